/** One prediction and what happened. */
export interface Outcome {
  readonly title: string;
  readonly predicted: boolean;
  readonly happened: boolean;
  readonly said: string;
}
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly string[];
  readonly text: string;
}

/** How often it was right when it spoke, and how often it spoke when it should. */
export const scoreOf = (what: string, outcomes: readonly Outcome[]): Score => {
  const count = (predicted: boolean, happened: boolean): number =>
    outcomes.filter((one) => one.predicted === predicted && one.happened === happened).length;
  const [hit, falseAlarm, missed] = [count(true, true), count(true, false), count(false, true)];
  const precision = hit / (hit + falseAlarm);
  const recall = hit / (hit + missed);
  const wrong = outcomes
    .filter(({ predicted, happened }) => predicted !== happened)
    .map(
      ({ title, predicted, said }) =>
        `${title}: ${predicted ? 'predicted, and did not happen' : 'happened, and was not predicted'}: ${said}`,
    );
  return {
    precision,
    recall,
    wrong,
    text: `${what}: ${outcomes.length} pairs, ${hit} of them so; precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
  };
};
