import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { readClauses } from '../clauses/read-clauses';
import { type Chosen, chosenSystems } from '../cluster/chosen-systems';
import { connect } from '../cluster/connect';
import { CouldNotLook } from '../cluster/could-not-look';
import type { KubeServer } from '../cluster/kube-server';
import { oneLine } from '../diff/forms/clean';
import type { Colour } from '../diff/forms/to-text';
import { readVersion } from '../preflight/read-version';
import { fileOf } from '../preflight/view';
import { shellWord } from '../shell-word';
import type { Cause } from './cause';
import { readLog } from './read-log';
import { readMasks } from './read-masks';
import type { Screen } from './screen';
import { causeLines, endLine } from './to-lines';
import { type Patience, watchRollout } from './watch-rollout';

export interface StatusOptions {
  readonly system: string;
  readonly target: string;
  readonly context: string | undefined;
  readonly patience: Patience;
}
export interface Output {
  readonly screen: Screen;
  readonly paint: (colour: Colour, text: string) => string;
}

/** Waits for a rollout, and says why when it does not get on. */
export const runStatus = async (options: StatusOptions, output: Output): Promise<Answer> => {
  const chosen = chosenSystems(options.system, options.target);
  if ('code' in chosen) return chosen;
  let server: KubeServer | undefined;
  try {
    server = await connect(options, { answer: 6_000, all: options.patience.timeout + 60_000 });
    await readVersion(server);
    return await statusOn(server, chosen, options, output);
  } catch (error) {
    if (!(error instanceof CouldNotLook)) throw error;
    output.screen.end();
    return refused(`${oneLine(error.found)}\n  fix: ${oneLine(error.fix)}`);
  } finally {
    server?.close();
  }
};

/** @throws CouldNotLook */
export const statusOn = async (
  server: KubeServer,
  chosen: Chosen,
  { system, target, patience }: StatusOptions,
  { screen, paint }: Output,
): Promise<Answer> => {
  const made = chosen.systems.find(({ chart: { placed } }) => placed.name === system);
  if (made === undefined) throw new Error(`${system} was not placed at ${target}`);
  const { placed } = made.chart;
  const context = shellWord(server.context);
  const kubectl = `kubectl --context ${context}`;
  const preflight = `npx waybill preflight ${system} --target ${shellWord(target)} --context ${context}`;
  const register = readClauses(system);
  const setting = async () => {
    const { mask } = await readMasks(server, placed);
    return { made, register, targets: chosen.targets, kubectl, preflight, mask };
  };
  const ended = await watchRollout(server, setting, patience, (seen) => screen.show(seen));
  screen.end();
  const masks = await readMasks(server, placed);
  const linesOf = async (cause: Cause): Promise<readonly string[]> => {
    const log = cause.log === undefined ? undefined : await readLog(server, placed.name, cause.log, masks);
    return causeLines(cause, log, paint);
  };
  const causes = ended.end === 'done' ? [] : (await Promise.all(ended.causes.map(linesOf))).flat();
  const out = [...causes, endLine(system, ended, `${kubectl} apply -f ${fileOf(made)}`)];
  return { code: ended.end === 'done' ? FINE : PROBLEMS, out: `${out.join('\n')}\n`, err: [] };
};
