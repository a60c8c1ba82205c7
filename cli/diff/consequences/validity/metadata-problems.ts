import { at, isObject, objectOf, textOf } from '../../json';
import { templatePath } from '../pod-template-of';
import { type Check, isDnsLabel, isDnsName, isLabelKey, isLabelValue, type Problem, problem } from './problem';

const LEVELS = ['privileged', 'baseline', 'restricted'];
const LABEL_NAMES = ['Namespace', 'Service'];

/** What names and labels must keep. */
export const metadataProblems: Check = (object) => {
  const metadata = objectOf(object.metadata);
  const name = textOf(metadata.name);
  const isNamed = LABEL_NAMES.includes(textOf(object.kind))
    ? isDnsLabel(name) && (object.kind !== 'Service' || /^[a-z]/.test(name))
    : isDnsName(name);
  // Names of roles may hold nearly anything.
  const free = textOf(object.apiVersion).startsWith('rbac.');
  const path = templatePath(object.kind);
  return [
    ...(isNamed || free ? [] : [problem('metadata.name', `${name} is no name for a ${textOf(object.kind)}`, 'use a-z, 0-9 and -')]),
    ...labelProblems(metadata.labels, 'metadata.labels'),
    ...(path === undefined || path.length === 0
      ? []
      : labelProblems(at(object, ...path, 'metadata', 'labels'), `${path.join('.')}.metadata.labels`)),
    ...(object.kind === 'Namespace' ? levelProblems(objectOf(metadata.labels)) : []),
  ];
};
const labelProblems = (labels: unknown, path: string): readonly Problem[] =>
  Object.entries(isObject(labels as never) ? (labels as Record<string, unknown>) : {}).flatMap(([key, value]) =>
    isLabelKey(key) && typeof value === 'string' && isLabelValue(value)
      ? []
      : [problem(path, `label ${key} has a value or a name that no label has`, 'at most 63 letters, digits, -, _ and .')],
  );
const levelProblems = (labels: Readonly<Record<string, unknown>>): readonly Problem[] =>
  Object.entries(labels).flatMap(([key, value]) =>
    /^pod-security\.kubernetes\.io\/(enforce|audit|warn)$/.test(key) && !LEVELS.includes(String(value))
      ? [problem(`metadata.labels[${key}]`, `${String(value)} is no PodSecurity level`, LEVELS.join(', '))]
      : [],
  );
