import { isNull, type Node, type Scalar } from './node';

/** The texts of a value that may be one or a list. */
export const textsIn = (node: Node | undefined): readonly Scalar[] =>
  node === undefined ? [] : node.kind === 'list' ? node.items.flatMap(textsIn) : node.kind === 'scalar' && !isNull(node) ? [node] : [];
