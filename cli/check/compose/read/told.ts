import type { Told } from './compose-service';
import { isNull, type Node, valueAt } from './node';

export const madeOf = (node: Node): { readonly isMade?: true } =>
  (node.kind === 'scalar' ? node.isMade : node.kind === 'list' && node.items.some((item) => madeOf(item).isMade)) ? { isMade: true } : {};
export const told = (node: Node | undefined): Told | undefined =>
  node?.kind === 'scalar' && !isNull(node) ? { text: node.text, at: node.at, ...madeOf(node) } : undefined;
export const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);
export const listAt = (node: Node, key: string): readonly Node[] => {
  const value = valueAt(node, key);
  return value?.kind === 'list' ? value.items : [];
};
export const toldAll = (node: Node, key: string): readonly Told[] => listAt(node, key).flatMap((item) => told(item) ?? []);
export const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.text === 'true';
