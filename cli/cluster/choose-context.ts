import { CouldNotLook } from './could-not-look';

/** The context to take: the one that is named, else the one called like the target, else the current one. */
export const chooseContext = (named: string | undefined, target: string, current: string, known: readonly string[]): string => {
  const chosen = named ?? (known.includes(target) ? target : current);
  if (known.includes(chosen)) return chosen;
  const found = chosen === '' ? `no context is called ${target}, and none is the current one` : `context ${chosen}: not found`;
  throw new CouldNotLook(
    found,
    known.length === 0 ? 'set KUBECONFIG: no kubeconfig with a context was found' : `--context ${known.join(', ')}`,
  );
};
