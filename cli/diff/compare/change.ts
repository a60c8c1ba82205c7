import type { Json } from '../json';

/** One step down a manifest: a key, or an item of a list by its key or its place. */
export type Step = string | ItemStep;
export interface ItemStep {
  /** How a person calls the item: its name where it has one, else its key. */
  readonly label: string;
  /** Fields and values by which the item is found. */
  readonly key?: Readonly<Record<string, Json>>;
  /** Its place in the list it is in: the first one, unless it is new. */
  readonly index: number;
}
/** One field that differs. An item of a list without keys is found by its value. */
export interface Change {
  readonly op: 'add' | 'remove' | 'replace' | 'order';
  readonly path: readonly Step[];
  readonly before: Json;
  readonly after: Json;
}

/** `spec.template.spec.containers[backend].image`, as `waybill explain` writes it. */
export const pathText = (path: readonly Step[]): string =>
  path
    .map((step, index) => {
      if (typeof step !== 'string') return `[${step.label}]`;
      if (!/^[A-Za-z0-9_-]+$/.test(step)) return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');

export const mirrored = ({ op, path, before, after }: Change): Change => {
  const back = { add: 'remove', remove: 'add', replace: 'replace', order: 'order' } as const;
  return { op: back[op], path, before: after, after: before };
};
