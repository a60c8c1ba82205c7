import { type Manifest, nameOf } from '../../constructs/in-apply-order';
import type { SynthesizedSystem } from '../../constructs/synthesize';
import { printable } from '../../contracts/finding';
import { type Answer, FINE, refused } from '../answer';
import type { Clause } from '../clauses/clause';
import { noSuch } from '../no-such';
import { fieldNames, findFields } from './find-fields';
import { findObject } from './find-object';
import type { Page } from './page';
import { toClose } from './to-close';
import { toJson } from './to-json';
import { toListing } from './to-listing';
import { toObjects } from './to-objects';
import { traceObject } from './trace-object';

/** What is known beside the manifests. */
export interface Known {
  readonly register: readonly Clause[];
  /** Names of all targets. */
  readonly targets: readonly string[];
}
export interface Question {
  readonly object?: string;
  readonly field?: string;
  readonly format: 'text' | 'json';
}

/** Why each field of a system's manifests is there. */
export const explain = (made: SynthesizedSystem, { register, targets }: Known, { object, field, format }: Question, page: Page): Answer => {
  const { placed } = made.chart;
  const where = { system: placed.name, target: placed.target.name };
  const answer = (out: string): Answer => ({ code: FINE, out, err: [] });
  const trace = (manifest: Manifest) => traceObject(made, manifest, targets, register);
  if (object === undefined) {
    const all = made.manifests.map(trace);
    return answer(format === 'json' ? toJson(where, all, { fields: false }) : toObjects(where, all, page));
  }

  const here = `${where.system} at ${where.target}:`;
  const names = made.manifests.map(nameOf);
  const called = findObject(object, names);
  if (called.length > 1) return refused(printable(`${here} several objects are called ${object}\n  fix: write ${called.join(' or ')}`));
  const manifest = made.manifests.find((one) => nameOf(one) === called[0]);
  if (manifest === undefined) return refused(noSuch(here, object, names));
  const found = trace(manifest);
  const fields = field === undefined ? found.fields : findFields(found.fields, field);
  if (fields.length === 0) {
    return refused(noSuch(`${here} ${found.name} field`, field ?? '', fieldNames(found.fields), 'leave it out to see all fields'));
  }
  const chosen = { ...found, fields };
  if (format === 'json') return answer(toJson(where, [chosen], { fields: true }));
  return answer(field === undefined ? toListing(where, chosen, register, page) : toClose(where, chosen, page));
};
