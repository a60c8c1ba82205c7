/** The cluster cannot be looked at, in words. What it holds may come from a server: it is cleaned where it is printed. */
export class CouldNotLook extends Error {
  constructor(
    readonly found: string,
    readonly fix: string,
  ) {
    super(found);
  }
}
