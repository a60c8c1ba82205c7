import { at, isObject, type Json, type JsonObject } from '../json';

const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};
/** Where the pod template of a kind is; undefined where it has none. */
export const templatePath = (kind: Json): readonly string[] | undefined =>
  typeof kind === 'string' && Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : undefined;

/** The pod template of an object, a Pod being its own. */
export const podTemplateOf = (json: JsonObject): JsonObject | undefined => {
  const path = templatePath(json.kind);
  const found = path === undefined ? undefined : at(json, ...path);
  return isObject(found) ? found : undefined;
};
