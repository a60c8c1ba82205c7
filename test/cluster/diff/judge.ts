import { askAll, askWhy, keyOf, makeAll } from './ask-server';
import { named } from './named';
import type { Manifest, ObjectChange } from './object-change';
import { predict } from './predict';
import type { Outcome } from './score';

export interface Judgement {
  readonly change: ObjectChange;
  readonly refused: Outcome;
  readonly restarts: Outcome | undefined;
  /** Ids of the rules that predicted a refusal. */
  readonly rules: readonly string[];
}
const ROLL = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Applies the old objects under names of their own, asks the server about the new ones, and holds both against the prediction. */
export const judge = (changes: readonly ObjectChange[], namespace: string, version: string, make = makeAll): readonly Judgement[] => {
  const pairs = changes.map((change, index) => ({
    change,
    before: named(change.before, index, namespace),
    after: named(change.after, index, namespace),
  }));
  const lives = make(pairs.map(({ before }) => before));
  const made = pairs.filter(({ before }) => lives.has(keyOf(before)));
  const results = askAll(made.map(({ after }) => after));
  return made.map(({ change, before, after }) => {
    const [live, result] = [lives.get(keyOf(before)), results.get(keyOf(after))];
    const predicted = predict(before, after, version);
    const rules = predicted.filter((one) => one.class === 'refused').map(({ rule }) => rule);
    const happened = result === undefined;
    // The reason is asked for where somebody wants to read it.
    const said = happened && rules.length === 0 ? askWhy(after) : '';
    const outcome = { title: change.title, said: `${said}[${rules.join()}]` };
    const restarts = predicted.some((one) => one.class === 'restarts');
    const rolls = !happened && templateText(result) !== templateText(live);
    return {
      change,
      rules,
      refused: { ...outcome, predicted: rules.length > 0, happened },
      restarts: happened || !ROLL.includes(before.kind) ? undefined : { ...outcome, predicted: restarts, happened: rolls },
    };
  });
};

/** The template as the server keeps it, its keys in order. */
const templateText = (object: Manifest): string => JSON.stringify(inOrder(object?.spec?.template));
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, inOrder(child)]),
  );
};
