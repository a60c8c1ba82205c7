import type { Added, Departure, Owner, Said } from '../said';
import { byWord, type Fields, fields, oneOf, type Shape, type SomeShape, shapeOf, text, textOrNumber } from './shape';

/** A value, or a value and who said it. */
export const said = <T>(shape: Shape<T>): Shape<Said<T>> =>
  plainOr(shape, () => ({
    added: addedOf(shape),
    departure: fields<Departure<T>>({ said: oneOf('departure'), value: shape, literal: textOrNumber, clause: text, because: text }),
    owner: fields<Owner<T>>({ said: oneOf('owner'), value: shape, ask: text }),
  }));
/** A table that the document has as a whole or not at all. */
export const addable = <T>(shape: Shape<T>): Shape<T | Added<T>> => plainOr(shape, () => ({ added: addedOf(shape) }));

const addedOf = <T>(shape: Shape<T>) => fields<Added<T>>({ said: oneOf('added'), value: shape, because: text });
/** `wrappers`: made at the first value that says who said it, since few fields ever hold one. */
const plainOr = <T>(shape: SomeShape, wrappers: () => Readonly<Record<string, SomeShape>>): Shape<T> => {
  let wrapped: SomeShape | undefined;
  const meant = (input: unknown): SomeShape => {
    if (!isSaid(input)) return shape;
    wrapped ??= byWord('said', wrappers());
    return wrapped;
  };
  return shapeOf(
    shape.expected,
    (data) => meant(data).fits(data),
    (v) => v.lazy((input) => meant(input).schema()),
  );
};
/** `in` and not `.said`: tables of references answer for every name. */
export const isSaid = (input: unknown): input is { readonly said: string } =>
  typeof input === 'object' && input !== null && 'said' in input && typeof (input as Fields).said === 'string';
