import * as v from 'valibot';
import { type Shape, text } from './shape';

/** A text, or something that is told from a text by being none. */
export const textOr = <T>(shape: Shape<T>): Shape<string | T> => {
  const expected = `a text or ${shape.expected}`;
  const neither = v.custom(() => false, `write ${expected}`);
  return {
    expected,
    schema: v.lazy((input) =>
      typeof input === 'string' ? text.schema : typeof input === 'object' && input !== null ? shape.schema : neither,
    ),
  };
};
