import { clean } from './clean';

/** Text of a manifest inside HTML, in an element or in an attribute in double quotes. Lines stay lines. */
export const htmlText = (text: string): string => clean(text).replace(/[&<>"'`]/g, (found) => `&#${found.charCodeAt(0)};`);
export const htmlCode = (text: string): string => `<code>${htmlText(text)}</code>`;
