/** Why there cannot be so many copies; undefined: there can. */
export const copiesProblem = (copies: number): { readonly found: string; readonly fix: string } | undefined => {
  if (copies === 0) {
    return {
      found: '0 copies would be a workload that never runs',
      fix: 'write 1 or more; to stop it for a while, use `kubectl scale`; to stop it for good, take it out of its system',
    };
  }
  return Number.isInteger(copies) && copies > 0 && copies <= MOST
    ? undefined
    : { found: `${copies} is no number of copies`, fix: 'write a whole number from 1 on' };
};
const MOST = 2_147_483_647;
