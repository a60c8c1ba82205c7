interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Bounds of the parser that Kubernetes uses: Sunday is 0 and never 7. */
const FIELDS: readonly Field[] = [
  { name: 'minute', least: 0, most: 59, words: [] },
  { name: 'hour', least: 0, most: 23, words: [] },
  { name: 'day of the month', least: 1, most: 31, words: [] },
  { name: 'month', least: 1, most: 12, words: MONTHS },
  { name: 'day of the week', least: 0, most: 6, words: WEEKDAYS },
];
const DAYS_OF = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with a schedule of five fields; undefined: it will come. */
export const cronProblem = (schedule: string): string | undefined => {
  const texts = schedule.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) return `${schedule.trim() === '' ? 0 : texts.length} fields, where cron has five`;
  const values = FIELDS.map((field, index) => valuesOf(texts[index] ?? '', field));
  const wrong = values.indexOf(undefined);
  if (wrong !== -1) return `${texts[wrong]} is no ${FIELDS[wrong]?.name}`;
  const [, , days = [], months = []] = values;
  // With a weekday, either of the two days is enough.
  const comes = texts[4] !== '*' && texts[4] !== '?' ? true : months.some((month) => days.some((day) => day <= (DAYS_OF[month - 1] ?? 0)));
  return comes ? undefined : 'no month has that day';
};

const valuesOf = (text: string, field: Field): readonly number[] | undefined => {
  const items = text.split(',').map((item) => rangeOf(item, field));
  return items.every((item) => item !== undefined) ? items.flat() : undefined;
};
/** `*`, `7`, `1-5`, each with a step behind a slash; a single number with a step runs to the end. */
const rangeOf = (item: string, { least, most, words }: Field): readonly number[] | undefined => {
  const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(item) ?? [];
  const ends = range === '*' || range === '?' ? [least, most] : range.split('-').map((end) => numberOf(end, least, words));
  const [from, to = item.includes('/') ? most : from] = ends;
  if (ends.length > 2 || ends.includes(undefined) || from === undefined || to === undefined || Number(step) === 0) return undefined;
  if (from < least || to > most || from > to) return undefined;
  return Array.from({ length: Math.floor((to - from) / Number(step)) + 1 }, (_, index) => from + index * Number(step));
};
const numberOf = (end: string, least: number, words: readonly string[]): number | undefined => {
  if (/^\d{1,2}$/.test(end)) return Number(end);
  const word = words.indexOf(end.toLowerCase());
  return word === -1 ? undefined : word + least;
};
