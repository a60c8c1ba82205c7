import { imageName } from '../dockerfile/image-name';
import type { Install } from '../dockerfile/installed';
import { type CheckRule, spotIn } from '../rule';

/** Packages that bring no adduser along; many others do, and what they depend on is not known here. */
const PLAIN =
  /^(?:curl|wget|jq|zip|unzip|xz-utils|procps|tini|gosu|dumb-init|tzdata|gettext|gettext-base|ca-certificates|netcat-(?:openbsd|traditional)|postgresql-client|libpq5)$/;
const PLAIN_ALONE = /^(?:gcc|g\+\+|make|build-essential|pkg-config|git|(?:libpq|libffi|libssl|libc6|python3|zlib1g|libxml2)-dev)$/;
const mayBring = ({ manager, packages, words }: Install): boolean =>
  manager === 'apt' &&
  packages.some((name) => !PLAIN.test(name) && !(PLAIN_ALONE.test(name) && words.some((word) => word === '--no-install-recommends')));

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
      if (!isTrixie || stage.root?.includes('@') || stage.chain.some(({ installs }) => installs.some(mayBring))) return [];
      return stage.steps.flatMap((step) =>
        step.commands
          .filter(({ words: [tool], isCertain }) => isCertain && /^(?:adduser|addgroup|deluser|delgroup)$/.test(tool ?? ''))
          .slice(0, 1)
          .map(({ words: [tool] }) => ({ spot: spotIn(step, tool), found: `${tool} is not in ${stage.root}` })),
      );
    }),
};
