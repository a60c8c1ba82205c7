import { imageName } from '../dockerfile/image-name';
import { type CheckRule, spotIn } from '../rule';

export const adduserNotInBase: CheckRule = {
  id: 'adduser-not-in-base',
  class: 'defect',
  level: 'problem',
  promise: 'adduser is called where it is.',
  why: 'Slim Python images are Debian 13 now, whose slim image has no adduser: "not found", exit 127.',
  fix: 'use groupadd and useradd, or pin -slim-bookworm',
  source: 'https://www.debian.org/releases/trixie/release-notes/',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      const { repository, tag = '' } = stage.root === undefined ? { repository: '', tag: '' } : imageName(stage.root);
      const [, minor] = /^3(?:\.(\d+))?(?:\.\d+)?-slim(?:-trixie)?$/.exec(tag) ?? [];
      const isTrixie =
        repository === 'python' &&
        (tag === 'slim' || tag === 'slim-trixie' || (/^3/.test(tag) && /-slim(?:-trixie)?$/.test(tag) && Number(minor ?? 9) >= 9));
      if (!isTrixie || stage.chain.some(({ installs }) => installs.some(({ packages }) => packages.includes('adduser')))) return [];
      return stage.steps.flatMap((step) =>
        step.commands
          .filter(({ words: [tool], isCertain }) => isCertain && /^(?:adduser|addgroup|deluser|delgroup)$/.test(tool ?? ''))
          .slice(0, 1)
          .map(({ words: [tool] }) => ({ spot: spotIn(step, tool), found: `${tool} is not in ${stage.root}` })),
      );
    }),
};
