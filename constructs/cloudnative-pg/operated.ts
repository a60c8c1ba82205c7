import type { PlacedContainer, Served } from '../../contracts/placed';

/** What a target says of a database that CloudNativePG serves, and where it says so. */
export interface Operated {
  readonly value: Extract<Served, { readonly engine: 'cloudnative-pg' }>;
  readonly at: string;
}
/** @throws on any other container: a bug. */
export const operatedOf = ({ at, served }: PlacedContainer): Operated => {
  if (served?.value.engine !== 'cloudnative-pg') throw new Error(`no operator serves ${at}`);
  return { value: served.value, at: served.at };
};
