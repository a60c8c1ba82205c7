const LONGEST = 63;

/** What to call something whose name is no DNS label. */
export const asDnsLabel = (text: string): string =>
  text
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '') || 'a-name';
