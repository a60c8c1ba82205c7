import { healthcheckOf } from '../dockerfile/healthcheck-of';
import { imageName } from '../dockerfile/image-name';
import { type CheckRule, spotIn } from '../rule';

export const healthcheckToolMissing: CheckRule = {
  id: 'healthcheck-tool-missing',
  class: 'defect',
  level: 'problem',
  promise: 'The health check calls what the image has.',
  why: 'The check fails from the first day, and the container is never healthy.',
  fix: 'install it, or ask with what is there',
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  problems: ({ final, context }) => {
    const check = final === undefined ? undefined : healthcheckOf(final);
    if (final === undefined || check === undefined) return [];
    const tool = (check.words ?? check.command.split(/\s+/))[0] ?? '';
    const requirements = context?.read('requirements.txt');
    if (/^python/.test(tool) && /import requests/.test(check.command) && requirements !== undefined && !/^requests\b/m.test(requirements))
      return [
        {
          spot: spotIn(check.step, 'requests'),
          found: 'requests is not in requirements.txt',
          fix: 'ask with urllib.request, which Python always has',
        },
      ];
    const { repository, tag = '' } = imageName(final.root ?? '');
    const isSlim =
      final.root !== undefined &&
      ((final.distro === 'alpine' && tool === 'curl' && repository !== 'nginx') ||
        (/^(?:python|node|debian|ruby|ubuntu)$/.test(repository) &&
          (/slim/.test(tag) || repository === 'debian' || repository === 'ubuntu') &&
          final.distro === 'debian'));
    // Who calls it while it builds has it.
    const isCalled = final.chain.some(({ commands }) => commands.some(({ words }) => words[0] === tool));
    const copied = final.chain.some(
      ({ copy, installs, instruction }) =>
        installs.some(({ packages }) => packages.includes(tool) || packages.some((name) => name.includes('$'))) ||
        copy?.sources.some((source) => source.includes(tool) || /\/bin\/?$/.test(source) || copy.destination === '/') ||
        (instruction.keyword === 'RUN' && /\.sh\b|[|]\s*(?:ba)?sh\b|xargs|playwright install|install-deps/.test(instruction.text)),
    );
    return ['curl', 'wget'].includes(tool) && isSlim && !isCalled && !copied
      ? [{ spot: spotIn(check.step, tool), found: `${tool} is not in ${final.root} and nothing installs it` }]
      : [];
  },
};
