import type { PlacedContainer } from '../../../contracts/placed';
import type { Item } from '../../cluster/kube-server';
import { at, type Json, listOf, textOf } from '../../diff/json';
import type { Setting } from '../setting';
import type { Workload } from '../workload';

/** One container of a pod as kubelet sees it. */
export interface LiveContainer {
  readonly pod: Item;
  readonly name: string;
  readonly status: Json;
  readonly spec: Json;
  /** Undefined: it is none of the contract's, such as what waits for another. */
  readonly placed: PlacedContainer | undefined;
}
export const containersOf = ({ pods }: Workload, { made }: Setting): readonly LiveContainer[] =>
  pods.flatMap((pod) =>
    (
      [
        ['initContainers', 'initContainerStatuses'],
        ['containers', 'containerStatuses'],
      ] as const
    ).flatMap(([specs, statuses]) =>
      listOf(at(pod, 'status', statuses)).map((status): LiveContainer => {
        const name = textOf(at(status, 'name'));
        const spec = listOf(at(pod, 'spec', specs)).find((one) => at(one, 'name') === name);
        return { pod, name, status, spec, placed: made.chart.placed.containers.find(({ role }) => role === name) };
      }),
    ),
  );
/** `Deployment/todo-backend, container backend` */
export const placeOf = ({ name }: Workload, container: LiveContainer): string => `${name}, container ${container.name}`;
