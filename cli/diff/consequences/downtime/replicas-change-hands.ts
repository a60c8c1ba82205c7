import { at, textOf } from '../../json';
import type { KubeObject } from '../../read/kube-object';
import { kubectlFor, objectWord } from '../delete-command';
import type { Found, Rule } from '../rule';

/** https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling */
export const replicasChangeHands: Rule = {
  id: 'replicas-change-hands',
  class: 'downtime',
  says: 'spec.replicas goes away from a workload, which apply takes for one copy, or comes back under an autoscaler.',
  find: ({ pairs, base, head }) =>
    pairs.flatMap(({ before, after }): readonly Found[] => {
      if (before === undefined || after === undefined || !['Deployment', 'StatefulSet'].includes(after.kind)) return [];
      const [from, to] = [before, after].map(({ json }) => at(json, 'spec', 'replicas'));
      if (typeof from === 'number' && from > 1 && to === undefined) return [givenUp(after, from, scales(head.objects, after))];
      return from === undefined && typeof to === 'number' && scales(base.objects, before) ? [takenBack(after, to)] : [];
    }),
};
const scales = (objects: ReadonlyMap<string, KubeObject>, { kind, name, namespace, place }: KubeObject): boolean =>
  [...objects.values()].some(
    (one) =>
      one.kind === 'HorizontalPodAutoscaler' &&
      one.namespace === namespace &&
      one.place === place &&
      textOf(at(one.json, 'spec', 'scaleTargetRef', 'name')) === name &&
      textOf(at(one.json, 'spec', 'scaleTargetRef', 'kind')) === kind,
  );

const PATH = 'spec.replicas';
const givenUp = (object: KubeObject, from: number, isScaled: boolean): Found => {
  const kubectl = kubectlFor(object);
  const back = isScaled ? ' until the autoscaler brings them back' : '';
  const forget = `${kubectl} apply view-last-applied ${objectWord(object)} -o yaml | sed '/^  replicas: [0-9]*$/d' | ${kubectl} apply set-last-applied -f -`;
  return {
    object,
    path: PATH,
    sentence: `the number of copies leaves the manifest: apply removes it in the cluster too, which means one, so ${from - 1} of ${from} pods stop${back}`,
    // With --server-side, whoever applies owns the number; docs/production.md has what to do there.
    cure: `before the apply, take it out of what kubectl remembers of the last one: ${forget}`,
  };
};
const takenBack = (object: KubeObject, to: number): Found => ({
  object,
  path: PATH,
  sentence: `apply sets ${to} copies, whatever number the autoscaler has come to`,
  cure: `write the number that runs now, and delete the HorizontalPodAutoscaler before the apply, or both go on changing it: ${kubectlFor(object)} get ${objectWord(object)}`,
});
