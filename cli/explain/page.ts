/** What text is set on. */
export interface Page {
  /** Characters in a line; absent: lines are not broken, since no person but a program reads them. */
  readonly width?: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}
/** Without colour, and without an end of the line. */
export const PLAIN: Page = { bold: (text) => text, dim: (text) => text };
