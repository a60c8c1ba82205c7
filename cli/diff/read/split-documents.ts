/** One YAML document of a file, with the line its text begins on, from 1. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/** Directives and explicit ends are for the YAML library, which takes the file as a whole. */
const needsWhole = (text: string): boolean =>
  text.startsWith('%') || text.startsWith('...') || text.includes('\n%') || /^\.\.\.(?:\s|$)/m.test(text.includes('\n...') ? text : '');

/** Cuts at the lines that begin a document: even inside a block of text such a line ends it. */
export const splitDocuments = (file: string): readonly DocumentText[] => {
  const text = file.startsWith('\uFEFF') ? file.slice(1) : file;
  if (needsWhole(text)) return [{ text, line: 1 }];
  const documents: DocumentText[] = [];
  let start = 0;
  let line = 1;
  for (let from = 0; ; ) {
    const marker = nextMarker(text, from);
    const end = marker === -1 ? text.length : marker;
    documents.push({ text: text.slice(start, end), line });
    if (marker === -1) return documents;
    line += newLines(text, start, end);
    const after = text.indexOf('\n', marker);
    const rest = text.slice(marker + 3, after === -1 ? text.length : after).trim();
    // `--- # note` has nothing to read behind the marker; `--- {a: b}` has.
    if (rest === '' || rest.startsWith('#')) {
      start = after === -1 ? text.length : after + 1;
      line += 1;
    } else start = marker + 3;
    from = marker + 3;
  }
};
const nextMarker = (text: string, from: number): number => {
  for (let found = text.indexOf('---', from); found !== -1; found = text.indexOf('---', found + 3)) {
    const atStart = found === 0 || text[found - 1] === '\n';
    const next = text[found + 3];
    if (atStart && (next === undefined || next === '\n' || next === '\r' || next === ' ' || next === '\t')) return found;
  }
  return -1;
};
const newLines = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let found = text.indexOf('\n', from); found !== -1 && found < to; found = text.indexOf('\n', found + 1)) count += 1;
  return count;
};
