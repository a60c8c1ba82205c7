import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { type Chosen, chosenSystems } from '../cluster/chosen-systems';
import { connect } from '../cluster/connect';
import { CouldNotLook } from '../cluster/could-not-look';
import type { KubeServer } from '../cluster/kube-server';
import type { Limits } from '../cluster/open-server';
import { oneLine } from '../diff/forms/clean';
import type { Colour } from '../diff/forms/to-text';
import { shellWord } from '../shell-word';
import { preflight } from './preflight';
import { readVersion } from './read-version';
import { toJson } from './to-json';
import { toText } from './to-text';
import { onlyOnce } from './view';

export interface PreflightOptions {
  /** Undefined: all. */
  readonly system: string | undefined;
  readonly target: string;
  readonly context: string | undefined;
  readonly format: 'text' | 'json';
  readonly timings: boolean;
}
/** A server that hangs is given up well before anybody has lost patience. */
export const LIMITS: Limits = { answer: 6_000, all: 9_000 };

type Paint = (colour: Colour, text: string) => string;

/** Says what the cluster lacks. */
export const runPreflight = async (options: PreflightOptions, paint: Paint): Promise<Answer> => {
  const chosen = chosenSystems(options.system, options.target);
  if ('code' in chosen) return chosen;
  let server: KubeServer | undefined;
  try {
    server = await connect(options, LIMITS);
    return await preflightOn(server, chosen, options, paint);
  } catch (error) {
    if (!(error instanceof CouldNotLook)) throw error;
    return refused(`${oneLine(error.found)}\n  fix: ${oneLine(error.fix)}`);
  } finally {
    server?.close();
  }
};

/** @throws CouldNotLook */
export const preflightOn = async (server: KubeServer, chosen: Chosen, options: PreflightOptions, paint: Paint): Promise<Answer> => {
  const { target, format, timings } = options;
  const [first] = chosen.systems;
  if (first === undefined) throw new Error(`nothing is placed at ${target}`);
  const start = performance.now();
  const parts = await preflight({
    server,
    version: await readVersion(server),
    target: first.chart.placed.target,
    targets: chosen.targets,
    systems: chosen.systems,
    kubectl: `kubectl --context ${shellWord(server.context)}`,
    seen: new Set(),
    once: onlyOnce(),
  });
  const shown = { target, context: server.context, url: server.url, parts, timings, milliseconds: Math.round(performance.now() - start) };
  const code = parts.some(({ lacks }) => lacks.length > 0) ? PROBLEMS : FINE;
  return { code, out: format === 'json' ? toJson(shown) : toText(shown, paint), err: [] };
};
