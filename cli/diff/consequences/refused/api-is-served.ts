import type { Comparison } from '../../compare/compare-trees';
import type { Found, Rule } from '../rule';
import { minorOf } from '../versions';

/** The first minor version of 1.x that does not serve it. https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const GONE: Readonly<Record<string, readonly [gone: number, use: string]>> = {
  'extensions/v1beta1': [22, 'apps/v1 or networking.k8s.io/v1'],
  'apps/v1beta1': [16, 'apps/v1'],
  'apps/v1beta2': [16, 'apps/v1'],
  'batch/v1beta1': [25, 'batch/v1'],
  'batch/v2alpha1': [21, 'batch/v1'],
  'policy/v1beta1': [25, 'policy/v1'],
  'networking.k8s.io/v1beta1': [22, 'networking.k8s.io/v1'],
  'rbac.authorization.k8s.io/v1beta1': [22, 'rbac.authorization.k8s.io/v1'],
  'apiextensions.k8s.io/v1beta1': [22, 'apiextensions.k8s.io/v1'],
  'admissionregistration.k8s.io/v1beta1': [22, 'admissionregistration.k8s.io/v1'],
  'storage.k8s.io/v1beta1': [27, 'storage.k8s.io/v1'],
  'scheduling.k8s.io/v1beta1': [22, 'scheduling.k8s.io/v1'],
  'discovery.k8s.io/v1beta1': [25, 'discovery.k8s.io/v1'],
  'autoscaling/v2beta1': [25, 'autoscaling/v2'],
  'autoscaling/v2beta2': [26, 'autoscaling/v2'],
  'flowcontrol.apiserver.k8s.io/v1beta2': [29, 'flowcontrol.apiserver.k8s.io/v1'],
  'flowcontrol.apiserver.k8s.io/v1beta3': [32, 'flowcontrol.apiserver.k8s.io/v1'],
};

export const apiIsServed: Rule = {
  id: 'api-is-served',
  class: 'refused',
  says: 'A version of the API that the server no longer serves is refused.',
  find: ({ pairs }: Comparison, versions) =>
    pairs.flatMap(({ after }): readonly Found[] => {
      const api = String(after?.json.apiVersion ?? '');
      const [gone, use] = GONE[api] ?? [];
      if (after === undefined || gone === undefined) return [];
      const those = versions.filter((version) => minorOf(version) >= gone);
      if (those.length === 0) return [];
      return [
        {
          object: after,
          path: 'apiVersion',
          sentence: `${api} is not served any more`,
          cure: `write it as ${use}`,
          ...(those.length === versions.length ? {} : { versions: those }),
        },
      ];
    }),
};
