import type * as valibot from 'valibot';
import { idOf } from '../plain';
import type { PublicUrlRef } from '../public-urls';
import type { SecretRef } from '../secrets';
import type { AnySystem, Containers, Job, Talk, Together } from '../system';
import type { Workflow } from '../workflow';
import { contract } from './contract-shape';
import { development } from './development-shape';
import { commandRef, portRef, publicUrlRef, secretRef, source, textRef, volumeRef, wayTo } from './reference-shape';
import { said } from './said-shape';
import {
  type Fields,
  fields,
  formOf,
  list,
  maybe,
  oneOf,
  pathTo,
  type Shape,
  type SomeShape,
  shapeOf,
  table,
  text,
  type Valibot,
} from './shape';
import { textOr } from './text-or';
import { duration } from './units-shape';

const has = (input: unknown, ...keys: readonly string[]): input is Fields =>
  typeof input === 'object' && input !== null && keys.every((key) => Object.hasOwn(input, key));
const refused = (v: Valibot, instruction: string) => v.custom(() => false, instruction);

/** Its tables of references follow from its contract; nothing reads them here. */
const whole = shapeOf<Fields>(
  () => 'container({ … })',
  (data) => has(data, 'id', 'contract') && contract.fits(data.contract) && data.id === idOf(data.contract as Identity),
  (v) =>
    v.pipe(
      v.looseObject({ id: text.schema(), contract: contract.schema() }),
      v.rawCheck(({ dataset: { value, typed }, addIssue }) => {
        const { id, contract: own } = value as { readonly id?: unknown; readonly contract?: Identity };
        if (!typed || own === undefined || id === idOf(own)) return;
        addIssue({
          received: `a container whose references still say ${id}`,
          message: 'make a new one of it: container({ …other.contract, … })',
        });
      }),
    ),
);
type Identity = Parameters<typeof idOf>[0];
const container: Shape<Containers[string]> = shapeOf(whole.expected, whole.fits, (v) =>
  v.lazy((input) => (has(input, 'id', 'contract') ? whole.schema() : refused(v, 'make it with container({ … })'))),
);
const containers = table<Containers[string]>(container);

/** A container, of which only its identity counts. */
const member: Shape<Talk['from']> = shapeOf(
  () => 'a container',
  (data) => has(data, 'id', 'contract') && text.fits(data.id),
  (v) =>
    v.lazy((input) =>
      has(input, 'id', 'contract') ? v.looseObject({ id: text.schema() }) : refused(v, 'write a container of the system'),
    ),
);
const runs: Shape<Job['runs']> = shapeOf(
  () => 'a container, or one of its oneOffs',
  (data) => (has(data, 'command') ? commandRef : member).fits(data),
  (v) =>
    v.lazy((input) => {
      if (has(input, 'command')) return commandRef.schema();
      return has(input, 'id') ? member.schema() : refused(v, 'write a container of the system, or one of its oneOffs');
    }),
);

/** A table of references as `secrets({ … })` and `publicUrls({ … })` make it: each refers to itself by the name it has there. */
const declared = <T>(entry: Shape<T>, word: string, detail: string, made: string): Shape<Readonly<Record<string, T>>> => {
  const entries = table(entry);
  return shapeOf(
    () => made,
    (data) =>
      entries.fits(data) &&
      (Object.entries(data as Fields) as [string, Fields][]).every(([name, one]) => one[word] === name && one[detail] !== undefined),
    (v) =>
      v.pipe(
        entries.schema(),
        v.rawCheck(({ dataset: { value, typed }, addIssue }) => {
          for (const [name, reference] of typed ? (Object.entries(value as Fields) as [string, Fields][]) : []) {
            const path: [valibot.IssuePathItem] = [pathTo(value as Fields, name)];
            if (reference[word] !== name)
              addIssue({ received: `the one called ${reference[word]}`, message: `write the whole table that ${made} returns`, path });
            else if (reference[detail] === undefined)
              addIssue({ received: 'a name that nobody declared', message: `declare it in ${made}`, path });
          }
        }),
      ),
  );
};

const schedule = formOf<Job['when']>('"each release" or a schedule: "30 2 * * *"');
const job = fields<Job>({ runs, when: schedule, after: maybe(list(portRef)), endsWithin: maybe(duration) });
const share = fields<NonNullable<Together['shares']>[number]>({ volume: volumeRef, as: volumeRef });
const together = fields<Together>({ main: member, beside: list(member), shares: maybe(list(share)) });
const talk = fields<Talk>({
  from: member,
  to: wayTo,
  why: text,
});
const workflow = fields<Workflow>({
  name: maybe(said(text)),
  branches: maybe(list(text)),
  tags: maybe(list(text)),
  runsOn: maybe(said(text)),
  images: maybe(said(oneOf('registry/repository'))),
  lines: maybe(list(said(text))),
});
const given = table(maybe(table<unknown>(said(textOr(source)) as SomeShape)));

export const system = fields<AnySystem>({
  name: text,
  containers,
  secrets: maybe(declared<SecretRef>(secretRef, 'secret', 'is', 'secrets({ … })')),
  exposes: maybe(declared<PublicUrlRef>(publicUrlRef, 'url', 'port', 'publicUrls({ … })')),
  values: maybe(table(textRef)),
  given,
  jobs: maybe(table(job)),
  together: maybe(list(together)),
  talks: maybe(list(talk)),
  workflow: maybe(workflow),
  development: maybe(development) as Shape<unknown>,
});
