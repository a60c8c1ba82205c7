import { at, textOf } from '../../diff/json';
import { shellWord } from '../../shell-word';
import { curedBy, good, lacking } from '../outcome';
import { type ServedKind, servedKind } from '../served-kinds';
import type { SystemCheck, View } from '../view';

/** What kubectl apply does with each object. */
const VERBS = ['get', 'create', 'patch'] as const;

export const rightsSuffice: SystemCheck = {
  id: 'rights',
  look: async (view, made) => {
    const { name } = made.chart.placed;
    const served = await Promise.all(made.manifests.map((manifest) => servedKind(view, manifest)));
    const kinds = [
      ...new Map(served.flatMap((one) => (one === undefined ? [] : [[`${one.resource}.${one.group}`, one]]))).values(),
    ] as ServedKind[];
    const mayAll = await may(view, name, { group: '*', resource: '*', isNamespaced: true }, '*');
    if (mayAll) return good(`you may do everything in ${name}`);
    const asked = kinds.flatMap((kind) => VERBS.map((verb) => ({ kind, verb })));
    const answers = await Promise.all(asked.map(async (one) => ((await may(view, name, one.kind, one.verb)) ? [] : [one])));
    const missing = answers.flat();
    if (missing.length === 0) return good(`you may get, create and patch all ${kinds.length} kinds of objects in ${name}`);
    const words = VERBS.map((verb) => [verb, missing.filter((one) => one.verb === verb).map(({ kind }) => kind.resource)] as const)
      .filter(([, resources]) => resources.length > 0)
      .map(([verb, resources]) => `${verb} ${resources.join(', ')}`);
    const user = await userOf(view);
    const what = `${user ?? 'the user'} may not, in ${name}: ${words.join('; ')}`;
    return lacking(curedBy(what, 'apply stops halfway with Forbidden', cureOf(view, name, kinds, missing, user ?? 'USER')));
  },
};

const may = async (view: View, namespace: string, { group, resource, isNamespaced }: ServedKind, verb: string): Promise<boolean> => {
  const resourceAttributes = {
    group,
    resource,
    verb,
    ...(isNamespaced ? { namespace } : {}),
    ...(resource === 'namespaces' ? { name: namespace } : {}),
  };
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } };
  const { json } = await view.server.ask({ method: 'POST', path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', body: review });
  return at(json, 'status', 'allowed') === true;
};
const userOf = (view: View): Promise<string | undefined> =>
  view.once('user', async () => {
    const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const { json } = await view.server.ask({ method: 'POST', path: '/apis/authentication.k8s.io/v1/selfsubjectreviews', body: review });
    return textOf(at(json, 'status', 'userInfo', 'username')) || undefined;
  });

/** For an administrator to run. Everything apply needs, not the missing part alone, so that a second run takes nothing away. */
const cureOf = (
  { kubectl }: View,
  namespace: string,
  kinds: readonly ServedKind[],
  missing: readonly { readonly kind: ServedKind }[],
  user: string,
): string => {
  const [, account] = /^system:serviceaccount:(.+)$/.exec(user) ?? [];
  const who = account === undefined ? `--user=${shellWord(user)}` : `--serviceaccount=${shellWord(account)}`;
  const verbs = `--verb=${VERBS.join(',')}`;
  const nameOf = ({ resource, group }: ServedKind) => (group === '' ? resource : `${resource}.${group}`);
  const resources = (isNamespaced: boolean) =>
    kinds
      .filter((kind) => kind.isNamespaced === isNamespaced)
      .map(nameOf)
      .join(',');
  const made = (object: string) => `${kubectl} create ${object} --dry-run=client -o yaml | ${kubectl} apply -f -`;
  const lines = [
    ...(missing.some(({ kind }) => !kind.isNamespaced)
      ? [
          made(`clusterrole waybill-${namespace} ${verbs} --resource=${resources(false)}`),
          made(`clusterrolebinding waybill-${namespace} --clusterrole=waybill-${namespace} ${who}`),
        ]
      : []),
    ...(missing.some(({ kind }) => kind.isNamespaced)
      ? [
          made(`role waybill-apply -n ${namespace} ${verbs} --resource=${resources(true)}`),
          made(`rolebinding waybill-apply -n ${namespace} --role=waybill-apply ${who}`),
        ]
      : []),
  ];
  return lines.join('\n');
};
