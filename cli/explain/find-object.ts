/** `Deployment/todo-backend`, `deployment/todo-backend`, or the name alone where only one object has it. Several: it is not clear. */
export const findObject = (asked: string, names: readonly string[]): readonly string[] => {
  const same = names.filter((name) => name === asked);
  if (same.length > 0) return same;
  const wanted = asked.toLowerCase();
  return names.filter((name) => name.toLowerCase() === wanted || name.slice(name.indexOf('/') + 1).toLowerCase() === wanted);
};
