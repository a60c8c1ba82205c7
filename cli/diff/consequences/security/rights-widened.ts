import { at, isObject, type Json, type JsonObject, listOf, textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { sidesOf } from '../sides';

export const rightsWidened: Rule = {
  id: 'rights-widened',
  class: 'security',
  says: 'A Role allows more, a binding names more subjects, or a ServiceAccount mounts its token.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (after === undefined) return [];
      return widened(pair.object.kind, before, after).map((one) => ({ object: pair.object, ...one }));
    }),
};
type Part = Omit<Found, 'object'>;
const CURE = 'grant only what the container calls, and only to its own ServiceAccount';
const widened = (kind: string, before: JsonObject | undefined, after: JsonObject): readonly Part[] => {
  if (kind === 'Role' || kind === 'ClusterRole') return newRights(before, after);
  if (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') return newSubjects(before, after);
  if (kind === 'ServiceAccount' && before?.automountServiceAccountToken === false && after.automountServiceAccountToken !== false) {
    return [
      {
        path: 'automountServiceAccountToken',
        sentence: 'pods of this ServiceAccount get its token mounted',
        cure: 'keep automountServiceAccountToken: false',
      },
    ];
  }
  return [];
};

/** Each right as one text: what may be done with what. */
const rightsOf = (role: JsonObject | undefined): readonly string[] =>
  listOf(role?.rules)
    .filter(isObject)
    .flatMap((rule) => {
      const groups = listOf(rule.apiGroups).map(textOf);
      const what =
        rule.nonResourceURLs === undefined
          ? listOf(rule.resources).flatMap((name) => groups.map((group) => (group === '' ? textOf(name) : `${textOf(name)}.${group}`)))
          : listOf(rule.nonResourceURLs).map(textOf);
      const only = listOf(rule.resourceNames).map(textOf);
      return listOf(rule.verbs).flatMap((verb) =>
        what.map((name) => `${textOf(verb)} ${name}${only.length === 0 ? '' : ` named ${only.join(', ')}`}`),
      );
    });
const covers = (known: string, right: string): boolean => {
  const [verb, name] = known.split(' ');
  const [otherVerb, otherName = ''] = right.split(' ');
  const sameScope = known === right || !known.includes(' named ');
  return (
    sameScope &&
    (verb === '*' || verb === otherVerb) &&
    (name === otherName || name === '*' || name === '*.*' || (name?.startsWith('*.') === true && otherName.endsWith(name.slice(1))))
  );
};
const newRights = (before: JsonObject | undefined, after: JsonObject): readonly Part[] => {
  const known = rightsOf(before);
  const fresh = rightsOf(after).filter((right) => !known.some((one) => covers(one, right)));
  const told =
    before === undefined ? fresh.filter((right) => right.includes('*') || / secrets\b|escalate|bind |impersonate/.test(right)) : fresh;
  if (told.length === 0) return [];
  const some = told.length > 5 ? `${told.slice(0, 5).join('; ')} and ${told.length - 5} more` : told.join('; ');
  return [{ path: 'rules', sentence: `it now allows: ${some}`, cure: CURE }];
};
const subjectOf = (subject: Json): string =>
  `${textOf(at(subject, 'kind'))} ${textOf(at(subject, 'namespace'))}/${textOf(at(subject, 'name'))}`.replace(' /', ' ');
const newSubjects = (before: JsonObject | undefined, after: JsonObject): readonly Part[] => {
  const role = textOf(at(after, 'roleRef', 'name'));
  const known = new Set(listOf(before?.subjects).map(subjectOf));
  const fresh = listOf(after.subjects)
    .map(subjectOf)
    .filter((subject) => !known.has(subject));
  if (
    fresh.length === 0 ||
    (before === undefined &&
      !/admin|^edit$/.test(role) &&
      !fresh.some((subject) => /system:(anonymous|unauthenticated|authenticated)/.test(subject)))
  )
    return [];
  return [{ path: 'subjects', sentence: `${fresh.join(', ')} gets the rights of ${role}`, cure: CURE }];
};
