import { metadata } from './metadata';
import { OBJECTS } from './objects';
import { any, type Shape, struct } from './shape';
import { WORKLOADS } from './workloads';

const KINDS: Readonly<Record<string, Shape>> = { ...WORKLOADS, ...OBJECTS };
const UNKNOWN = struct({ metadata });
/** The old group `extensions` had kinds that live elsewhere now. */
const MOVED: Readonly<Record<string, string>> = {
  'extensions/Ingress': 'networking.k8s.io/Ingress',
  'extensions/Deployment': 'apps/Deployment',
};

export const isBuiltIn = (group: string, kind: string): boolean => `${group}/${kind}` in KINDS;
export const shapeOf = (group: string, kind: string): Shape => {
  const name = `${group}/${kind}`;
  return KINDS[MOVED[name] ?? name] ?? UNKNOWN;
};

/** The shape of a field below another; what no table names is any. */
export const childShape = (shape: Shape, key: string): Shape => {
  if (shape.is === 'struct') return shape.fields[key] ?? any;
  return shape.is === 'map' ? shape.of : any;
};
