/** Characters that move a cursor, hide text or turn it around: shown as their code, so that a manifest cannot dress up the report. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** How a line tells GitHub's runner to do something. An address such as ::1 is none. */
const COMMAND = /::(?=[a-z-]+[^\n]*::)/gi;
export const clean = (text: string): string =>
  text
    .replace(UNSEEN, (found) => (found === '\t' ? '    ' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .replaceAll('##[', '## [')
    .replace(COMMAND, ': :');

/** The same on one line. */
export const oneLine = (text: string): string => clean(text.replaceAll('\n', '⏎'));
