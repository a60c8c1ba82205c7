/** Fields of one line as docker’s actions divide it: commas, and quotes around what has some. */
export const csvFields = (line: string): readonly string[] => {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] as string;
    if (character === '"' && (isQuoted || field.trim() === '')) {
      if (isQuoted && line[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (character === ',' && !isQuoted) {
      fields.push(field);
      field = '';
    } else field += character;
  }
  return [...fields, field];
};
/** Far more than any list has: each is read for each event. */
const MOST = 100;
const LONGEST = 4000;
const LARGEST = 60_000;
/** Lines of a list input, comments and empty ones out. */
export const inputLines = (text: string): readonly string[] =>
  text
    .slice(0, LARGEST)
    .split('\n')
    .map((line) => line.trim().slice(0, LONGEST))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, MOST);
