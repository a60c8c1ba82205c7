import type { PlainContract } from '../plain';
import type { Problem } from '../rule';
import { mebibytes, milliCores } from '../units';

/** What is wrong with the figures of one container; `at` is where they stand. */
export const resourceProblems = (at: string, { requests, limits }: PlainContract['resources']): readonly Problem[] => [
  ...quantityProblems(`${at}.requests.cpu`, requests.cpu, milliCores, '250m'),
  ...quantityProblems(`${at}.requests.memory`, requests.memory, mebibytes, '128Mi'),
  ...(limits.cpu === undefined ? [] : quantityProblems(`${at}.limits.cpu`, limits.cpu, milliCores, '1000m')),
  ...quantityProblems(`${at}.limits.memory`, limits.memory, mebibytes, '256Mi'),
  ...(limits.cpu === undefined ? [] : aboveLimit(`${at}.requests.cpu`, requests.cpu, limits.cpu, milliCores)),
  ...aboveLimit(`${at}.requests.memory`, requests.memory, limits.memory, mebibytes),
];

type Measure = (text: string) => number | undefined;
export const quantityProblems = (at: string, text: string, measure: Measure, example: string): readonly Problem[] => {
  const size = measure(text);
  if (size === undefined) return [{ at, found: `${text} is no quantity`, fix: `write a whole number and its unit: ${example}` }];
  return size > 0 ? [] : [{ at, found: `${text} is nothing`, fix: `write what is needed: ${example}` }];
};
const aboveLimit = (at: string, request: string, limit: string, measure: Measure): readonly Problem[] =>
  (measure(request) ?? 0) > (measure(limit) ?? Number.POSITIVE_INFINITY)
    ? [{ at, found: `${request} is requested, above the limit of ${limit}`, fix: `request at most ${limit}, or raise the limit` }]
    : [];
