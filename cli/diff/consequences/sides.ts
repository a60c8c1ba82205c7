import { normal } from '../compare/normal';
import type { Pair } from '../compare/pair';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json';
import type { KubeObject } from '../read/kube-object';
import { shapeOf } from '../shape/shape-of';
import { podTemplateOf, templatePath } from './pod-template-of';

const full = (object: KubeObject | undefined): JsonObject | undefined =>
  object === undefined ? undefined : (normal(object.json, shapeOf(object.group, object.kind)) as JsonObject);

/** Both sides of a pair as the server keeps them. A new object that takes over from an old one is compared with it. */
export const sidesOf = ({
  before,
  after,
  applied,
  takesOver,
}: Pair): { readonly before: JsonObject | undefined; readonly after: JsonObject | undefined } => ({
  before: applied?.live ?? full(before ?? takesOver),
  after: applied?.result ?? full(after),
});

export interface Container {
  readonly name: string;
  readonly path: string;
  readonly json: JsonObject;
  readonly isInit: boolean;
}
/** The containers of a workload. A change of one's name makes it another. */
export const containersOf = (json: JsonObject | undefined): readonly Container[] => {
  const template = json === undefined ? undefined : podTemplateOf(json);
  const spec = objectOf(template?.spec);
  const here = [...(templatePath(json?.kind) ?? []), 'spec'].join('.');
  return ['containers', 'initContainers'].flatMap((list) =>
    listOf(spec[list])
      .filter(isObject)
      .map((container) => ({
        name: textOf(container.name),
        path: `${here}.${list}[${textOf(container.name)}]`,
        json: container,
        isInit: list === 'initContainers',
      })),
  );
};
export const podSpecOf = (json: JsonObject | undefined): JsonObject =>
  objectOf((json === undefined ? undefined : podTemplateOf(json))?.spec);
/** Containers that are on both sides. */
export const containerPairs = (
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): readonly { readonly old: Container; readonly now: Container }[] => {
  const old = new Map(containersOf(before).map((container) => [container.name, container]));
  return containersOf(after).flatMap((now) => {
    const found = old.get(now.name);
    return found === undefined ? [] : [{ old: found, now }];
  });
};
/** `spec.template.spec` of a Deployment, for paths. */
export const podPathOf = (json: JsonObject): string => [...(templatePath(json.kind) ?? []), 'spec'].join('.');
