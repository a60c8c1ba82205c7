import type { Manifest } from '../../constructs/in-apply-order';
import { FORBIDDEN, readObject } from '../cluster/read';
import { at, isObject, listOf, textOf } from '../diff/json';
import type { View } from './view';

/** A kind as the server's paths name it. */
export interface ServedKind {
  readonly group: string;
  /** `deployments` */
  readonly resource: string;
  readonly isNamespaced: boolean;
}
export const rootOf = (apiVersion: string): string => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);

/** How the server serves the kind of a manifest; undefined: not at all. */
export const servedKind = async (view: View, { apiVersion, kind }: Manifest): Promise<ServedKind | undefined> => {
  const list = await view.once(`resources of ${apiVersion}`, () => readObject(view.server, rootOf(apiVersion)));
  if (list === undefined || list === FORBIDDEN) return undefined;
  const found = listOf(list.resources).find((one) => isObject(one) && one.kind === kind && !textOf(one.name).includes('/'));
  if (found === undefined) return undefined;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return { group, resource: textOf(at(found, 'name')), isNamespaced: at(found, 'namespaced') === true };
};
/** `/apis/apps/v1/namespaces/shop/deployments/web` */
export const pathOf = ({ apiVersion, metadata }: Manifest, { resource, isNamespaced }: ServedKind): string =>
  `${rootOf(apiVersion)}${isNamespaced ? `/namespaces/${metadata.namespace}` : ''}/${resource}/${metadata.name}`;
