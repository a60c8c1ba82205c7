import type { KubeObject } from '../support/read-manifests';
import { type Field, fieldsOf } from './fields-of';
import { labelOf } from './label-of';
import { type PodSecurityRule, podSecurityRules } from './pod-security-rules';

/** What the pod templates of an object break of the `restricted` Pod Security Standard. */
export const podSecurityProblems = (object: KubeObject): string[] =>
  podsIn({ path: '', value: object }).flatMap(({ path, value }) =>
    podSecurityRules.flatMap((rule) =>
      brokenFields(value, rule).map((field) => `${labelOf(object)} ${path}${field.path}: ${sentence(field, rule)} [${rule.id}]`),
    ),
  );

/** Found by shape rather than by kind, so that no kind of workload goes unjudged: a pod has containers in its spec. */
const podsIn = ({ path, value }: Field): Field[] => {
  if (typeof value !== 'object' || value === null) return [];
  const here = isPod(value) ? [{ path, value }] : [];
  const below = Object.entries(value).flatMap(([key, child]) => podsIn({ path: `${path}${key}.`, value: child }));
  return [...here, ...below];
};

const isPod = (value: object): boolean => {
  const { spec } = value as { spec?: unknown };
  return typeof spec === 'object' && spec !== null && ('containers' in spec || 'initContainers' in spec);
};

const brokenFields = (pod: unknown, { fields, inheritsFrom, allowed }: PodSecurityRule): Field[] => {
  const inherited = inheritsFrom && fieldsOf(pod, inheritsFrom)[0]?.value;
  return fields.flatMap((pattern) => fieldsOf(pod, pattern)).filter(({ value }) => !allowed(value ?? inherited));
};

const sentence = ({ value }: Field, { allows }: PodSecurityRule): string =>
  `${JSON.stringify(value) ?? 'nothing'} is not allowed; allowed is ${allows}`;
