import type { PlainContract, PlainDevelopment, PlainJob, PlainSystem } from './plain';
import { keysInOrder } from './reading/sort-keys';
import { type Origin, table, unsaid } from './said';
import type { AnySystem } from './system';

export interface Reading {
  readonly system: PlainSystem;
  /** What is not the document's own word, by place. */
  readonly origins: readonly Origin[];
}

/** Takes a system whose shape is known to be right; everything else may still be wrong. */
export const readSystem = (authored: AnySystem): Reading => {
  const origins: Origin[] = [];
  const { name } = authored;
  const plain = <T>(value: unknown, at: string): T => unsaid(value, at, origins) as T;
  const ids = keysInOrder(authored.containers).map((role) => [role, authored.containers[role]?.id] as const);
  // Of two containers that are one, the first by name is meant, as in `roleOf`, and not the one written last.
  const roles = new Map(ids.toReversed().map(([role, id]) => [id, role]));
  const roleOf = ({ id }: { readonly id: string }): string => roles.get(id) ?? `${id}, which is not in ${name}`;
  const system: PlainSystem = {
    name,
    contracts: table(authored.containers, ({ contract }, role) => plain<PlainContract>(contract, `${name}.${role}`)),
    secrets: table(authored.secrets ?? {}, ({ is }) => is) as PlainSystem['secrets'],
    exposes: table(authored.exposes ?? {}, ({ port }) => port) as PlainSystem['exposes'],
    values: table(authored.values ?? {}, (value) => value),
    given: table(authored.given, (given, role) =>
      table(given ?? {}, (value, variable) => plain(value, `${name}.given.${role}.${variable}`)),
    ),
    jobs: Object.entries(table(authored.jobs ?? {}, (job) => job)).map(([job, { runs, when, after = [], endsWithin }]): PlainJob => {
      const oneOff = 'command' in runs ? { oneOff: runs.command } : {};
      const role = 'command' in runs ? (roles.get(runs.of[0] ?? '') ?? `${runs.of[0]}, which is not in ${name}`) : roleOf(runs);
      return { name: job, role, ...oneOff, when, after, ...(endsWithin === undefined ? {} : { endsWithin }) };
    }),
    together: (authored.together ?? []).map(({ main, beside, shares = [] }) => ({
      main: roleOf(main),
      beside: beside.map(roleOf),
      shares,
    })),
    talks: (authored.talks ?? []).map(({ from, to, why }) => ({ from: roleOf(from), to, why })),
    ...(authored.workflow === undefined
      ? {}
      : { workflow: plain<NonNullable<PlainSystem['workflow']>>(authored.workflow, `${name}.workflow`) }),
    development: {
      ...UNDEVELOPED,
      ...plain<Partial<PlainDevelopment>>(authored.development ?? {}, `${name}.development`),
    },
  };
  return { system, origins };
};
const UNDEVELOPED: PlainDevelopment = { containers: {}, secrets: {}, jobs: 'before the start', standIns: {} };
