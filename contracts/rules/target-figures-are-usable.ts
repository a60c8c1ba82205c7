import type { PlainTarget } from '../plain';
import { copiesProblem } from '../reading/copies-problem';
import { quantityProblems } from '../reading/resource-problems';
import type { AllSubject, Problem, Rule } from '../rule';
import { mebibytes } from '../units';

export const targetFiguresAreUsable: Rule<AllSubject> = {
  id: 'target-figures-are-usable',
  promise: 'A target’s replicas are whole numbers from 1 on, its storage size a quantity above nothing, its ports from 1 to 65535.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#replicas',
  problems: ({ targets }) => targets.flatMap((target) => [...copies(target), ...storage(target), ...ports(target)]),
};
const copies = ({ name, replicas }: PlainTarget): readonly Problem[] =>
  (['alike', 'elected'] as const).flatMap((kind) => {
    const wrong = copiesProblem(replicas[kind]);
    return wrong === undefined ? [] : [{ at: `${name}.replicas.${kind}`, ...wrong }];
  });
const storage = (target: PlainTarget): readonly Problem[] =>
  quantityProblems(`${target.name}.storage.size`, target.storage.size, mebibytes, '20Gi');
const ports = ({ name, dns, clusterApiPorts, exposure }: PlainTarget): readonly Problem[] => {
  const lists: readonly (readonly [string, readonly number[]])[] = [
    ['dns.ports', dns.ports],
    ['clusterApiPorts', clusterApiPorts],
    ...(exposure.kind === 'port-forward' ? [] : [['exposure.controller.ports', exposure.controller.ports] as const]),
  ];
  return lists.flatMap(([field, numbers]) =>
    numbers.flatMap((number, index) =>
      Number.isInteger(number) && number >= 1 && number <= 65_535
        ? []
        : [{ at: `${name}.${field}[${index}]`, found: `${number} is no port`, fix: 'write a whole number from 1 to 65535' }],
    ),
  );
};
