import type { PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import { type SecretUse, secretBehind } from './secret-uses';

/**
 * Under which keys the env file may give a secret, the one to tell a person first: its variable's name; `backend.API_KEY` where
 * another container has another secret in a variable of that name; the secret's own name where no variable holds it alone.
 */
export const keysOfSecret = (placed: PlacedSystem, uses: readonly SecretUse[], secret: string): readonly string[] => {
  const holding = uses.filter(({ value }) => secretBehind(placed, value) === secret);
  const names = holding
    .map(({ variable }) => variable)
    .filter((name) => uses.every((use) => use.variable !== name || holding.includes(use)));
  const precise = holding.map(({ container, variable }) => `${container.role}.${variable}`);
  // A server that somebody else runs has no Secret here, yet its password is known by its variable.
  const elsewhere = flatMap(
    placed.containers.filter(({ served }) => served?.value.engine === 'external'),
    ({ given }) => Object.keys(given).filter((name) => secretBehind(placed, given[name]?.value ?? '') === secret),
  );
  return holding.length === 0 ? (elsewhere.length === 0 ? [secret] : [...new Set(elsewhere)]) : [...new Set([...names, ...precise])];
};
