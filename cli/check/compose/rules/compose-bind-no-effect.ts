import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composeBindNoEffect: ComposeRule = {
  id: 'compose-bind-no-effect',
  class: 'defect',
  level: 'warning',
  promise: 'Source that is mounted is source that the process reads.',
  why: 'Who edits it sees no change: a standalone Next.js server runs what the build compiled.',
  fix: 'run the development server there, or take the mount out',
  source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',
  problems: (subject) =>
    comparedPairs(subject).flatMap(({ promised, service }): readonly ComposeProblem[] => {
      const { image, process } = promised.contract;
      const isStandalone = image.kind === 'built' && image.build.copies.some(({ from }) => /(?:^|\/)\.next\/standalone\/?$/.test(from));
      // Another command or stage may well read it.
      const isCompiled = service.command === undefined && service.entrypoint === undefined && service.build?.target === undefined;
      if (!isStandalone || !isCompiled || process.command?.join(' ') !== 'node server.js') return [];
      return service.volumes
        .filter(({ type, target }) => type === 'bind' && target !== undefined && isKnown(target) && SOURCE.test(target))
        .map(({ at, target }) => ({ at, found: `${target} is mounted, and the standalone server does not read it` }));
    }),
};
const SOURCE = /^\/app\/(?:src|app|pages|components|lib|styles)(?:\/|$)/;
