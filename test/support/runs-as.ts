import type { Place } from './place';

/** A field of the security context that holds for a container: its own, else the pod's. */
export const runsAs = (
  { see }: Place,
  workload: string,
  container: string,
  field: 'runAsUser' | 'runAsGroup' | 'runAsNonRoot',
): unknown => {
  const pod = `${workload} spec.template.spec`;
  return see(`${pod}.containers[${container}].securityContext.${field}`) ?? see(`${pod}.securityContext.${field}`);
};
