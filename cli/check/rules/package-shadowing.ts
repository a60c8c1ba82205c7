import { type CheckRule, spotIn } from '../rule';

/** Import names that are also everyday folder names, and what installs them. */
const PACKAGES: Readonly<Record<string, string>> = { agents: 'openai-agents', mcp: 'mcp|openai-agents' };

export const packageShadowing: CheckRule = {
  id: 'package-shadowing',
  class: 'defect',
  level: 'problem',
  promise: 'No copied folder has the name of an installed package.',
  why: 'The folder of the process comes first in sys.path: the import finds the wrong one and fails.',
  fix: 'rename the folder',
  source: 'https://docs.python.org/3/library/sys_path_init.html',
  problems: (subject) => {
    const { context, final } = subject;
    const requirements = context?.read('requirements.txt');
    if (requirements === undefined || final === undefined) return [];
    return final.chain.flatMap((step) => {
      const { copy, workdir } = step;
      const target = copy?.destination?.replace(/\/$/, '');
      const name = target?.slice((target.lastIndexOf('/') ?? 0) + 1) ?? '';
      const brings = PACKAGES[name];
      return copy === undefined ||
        copy.from !== undefined ||
        brings === undefined ||
        target !== `${workdir}/${name}` ||
        !new RegExp(`^(?:${brings})(?![-\\w])`, 'm').test(requirements)
        ? []
        : [{ spot: spotIn(step, copy.target), found: `the folder ${name} hides the package ${name}, which requirements.txt installs` }];
    });
  },
};
