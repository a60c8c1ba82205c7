/**
 * What `items.flatMap(make)` gives. V8's own asks each array for its class and defines each item as a property; about ninety calls for each service
 * were a sixteenth of the work for a thousand of them.
 */
export const flatMap = <T, R>(items: readonly T[], make: (item: T, index: number) => R | readonly R[]): R[] => {
  const all: R[] = [];
  for (let index = 0; index < items.length; index++) {
    const made = make(items[index] as T, index);
    if (Array.isArray(made)) for (let nth = 0; nth < made.length; nth++) all.push(made[nth]);
    else all.push(made as R);
  }
  return all;
};
