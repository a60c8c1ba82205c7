import { at, isList, isObject, type Json, type JsonObject } from '../../json';
import { deleteCommand } from '../delete-command';
import { differ } from '../differs';
import { updateRule } from './update-rule';

/** https://kubernetes.io/docs/concepts/workloads/pods/#pod-update-and-replacement */
export const podIsFixed = updateRule({
  id: 'pod-is-fixed',
  says: 'A running Pod can change its images, its deadline and get tolerations; nothing else of its spec.',
  kinds: ['Pod'],
  refuses: ({ live, result, pair: { object } }) => {
    const kept = listed(at(live, 'spec', 'tolerations')).every((old) =>
      listed(at(result, 'spec', 'tolerations')).some((one) => JSON.stringify(one) === JSON.stringify(old)),
    );
    if (kept && !differ(object, fixedPart(live), fixedPart(result), 'spec')) return undefined;
    return {
      path: 'spec',
      sentence: 'the spec of a Pod changes, which the API server refuses but for images',
      cure: `let a Deployment own the Pod, or delete it first: ${deleteCommand(object)}`,
    };
  },
});
const listed = (value: Json): readonly Json[] => (isList(value) ? value : []);
const fixedPart = (pod: JsonObject): Json => {
  const spec = at(pod, 'spec');
  if (!isObject(spec)) return spec;
  const { tolerations: _t, activeDeadlineSeconds: _a, ...rest } = spec;
  const free = (list: Json): Json =>
    isList(list) ? list.map((one) => (isObject(one) ? { ...one, image: '', imagePullPolicy: '' } : one)) : list;
  return {
    ...rest,
    containers: free(spec.containers),
    ...(spec.initContainers === undefined ? {} : { initContainers: free(spec.initContainers) }),
  };
};
