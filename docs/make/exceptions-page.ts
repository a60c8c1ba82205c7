import type { Exception } from '../../test/validate/exceptions';
import { asCode } from './as-code';
import { inCell } from './in-cell';
import { markdownTable } from './markdown-table';

/** What outside judges say against the manifests and we keep all the same. */
export const exceptionsPage = (exceptions: readonly Exception[]): string => {
  const judges = [...new Set(exceptions.map(({ judge }) => judge))];
  return `${[
    '# Exceptions',
    'Generated from `test/validate/exceptions.ts` by `npm run docs`; do not edit.',
    '`npm run validate` asks kubeconform (the schemas of Kubernetes 1.28 to 1.37), the PodSecurity library of Kubernetes (the restricted profile of the same versions), kube-score and checkov about every manifest of both targets, and of production with a database by each engine, of which only what is not said of production itself is listed. It fails when one of them says what is not listed here, and when it does not say any more what is.',
    ...judges.flatMap((judge) => [
      `## ${judge}`,
      markdownTable(
        ['Rule', 'Where', 'Objects', 'Why it stays'],
        exceptions
          .filter((exception) => exception.judge === judge)
          .map(({ rule, on, objects, because }) => [asCode(rule), on.join(', '), objects.map(asCode).join('<br>'), inCell(because)]),
      ),
    ]),
  ].join('\n\n')}\n`;
};
