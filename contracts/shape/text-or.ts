import { type Shape, shapeOf, text } from './shape';

/** A text, or something that is told from a text by being none. */
export const textOr = <T>(shape: Shape<T>): Shape<string | T> => {
  const expected = () => `a text or ${shape.expected()}`;
  return shapeOf(
    expected,
    (data) => typeof data === 'string' || (typeof data === 'object' && data !== null && shape.fits(data)),
    (v) => {
      const neither = v.custom(() => false, `write ${expected()}`);
      return v.lazy((input) =>
        typeof input === 'string' ? text.schema() : typeof input === 'object' && input !== null ? shape.schema() : neither,
      );
    },
  );
};
