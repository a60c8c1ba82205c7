import type { PlainTarget } from '../plain';
import { copiesProblem } from '../reading/copies-problem';
import { flatMap } from '../reading/flat-map';
import { quantityProblems } from '../reading/resource-problems';
import type { AllSubject, Problem, Rule } from '../rule';
import { mebibytes } from '../units';

export const targetFiguresAreUsable: Rule<AllSubject> = {
  id: 'target-figures-are-usable',
  promise: 'A target’s replicas are whole numbers from 1 on, its sizes quantities above nothing, its ports from 1 to 65535.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
  problems: ({ targets }) => flatMap(targets, (target) => [...copies(target), ...sizes(target), ...ports(target)]),
};
const copies = ({ name, replicas }: PlainTarget): readonly Problem[] =>
  flatMap(['alike', 'elected'] as const, (kind) => {
    const wrong = copiesProblem(replicas[kind]);
    return wrong === undefined ? [] : [{ at: `${name}.replicas.${kind}`, ...wrong }];
  });
const sizes = ({ name, storage, disk }: PlainTarget): readonly Problem[] => [
  ...quantityProblems(`${name}.storage.size`, storage.size, mebibytes, '20Gi'),
  ...(disk === undefined ? [] : quantityProblems(`${name}.disk.logs`, disk.logs, mebibytes, '256Mi')),
];
const ports = ({ name, dns, clusterApiPorts, exposure }: PlainTarget): readonly Problem[] => {
  const lists: readonly (readonly [string, readonly number[]])[] = [
    ['dns.ports', dns.ports],
    ['clusterApiPorts', clusterApiPorts],
    ...(exposure.kind === 'port-forward' ? [] : [['exposure.controller.ports', exposure.controller.ports] as const]),
  ];
  return flatMap(lists, ([field, numbers]) =>
    flatMap(numbers, (number, index) =>
      Number.isInteger(number) && number >= 1 && number <= 65_535
        ? []
        : [{ at: `${name}.${field}[${index}]`, found: `${number} is no port`, fix: 'write a whole number from 1 to 65535' }],
    ),
  );
};
