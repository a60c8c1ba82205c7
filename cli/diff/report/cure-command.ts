/** A cure that ends in a line for the terminal, in two: the words, and the line as it is typed. */
export const cureCommand = (cure: string): readonly [words: string, command: string | undefined] => {
  const [, words = '', command] = /^(|.*: )(kubectl (?:-|delete ).*)$/s.exec(cure) ?? [];
  return command === undefined ? [cure, undefined] : [words, command];
};
