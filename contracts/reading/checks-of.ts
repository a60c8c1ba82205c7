import type { PlainContract } from '../plain';

type Health = PlainContract['health'];
/** What is asked of a container, each with its place below the contract. */
export const checksOf = ({
  liveness,
  readiness,
  general,
}: Health): readonly { readonly at: string; readonly check: Health['liveness'] }[] => [
  { at: 'health.liveness', check: liveness },
  { at: 'health.readiness', check: readiness },
  ...(general === undefined ? [] : [{ at: 'health.general', check: general }]),
];
