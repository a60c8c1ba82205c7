import type { Expectation } from '../../../../cli/check/expectation';
import type { Promised } from '../../../../cli/check/rule';

export interface Mutation {
  readonly clause: string;
  readonly what: string;
  readonly promised: Promised;
}
type Data = Readonly<Record<string, unknown>>;
/** Prose and examples are no figures; who gives an argument is none either. */
const NO_FIGURES = ['purpose', 'description', 'example', 'need', 'fixed', 'fact', 'volumesGid', 'because', 'kind'];

/** Every figure of every must-clause about Dockerfile or .dockerignore, each changed alone. */
export const mutationsOf = (promised: Promised): readonly Mutation[] => {
  const musts = promised.clauses.filter(({ strength }) => strength === 'must');
  return musts.flatMap(({ id, binds = [] }) => [
    ...binds
      .filter((bind) => bind.startsWith(`${promised.at}.`))
      .map((bind) => bind.slice(promised.at.length + 1))
      .flatMap((place) => placesBelow(promised.contract as unknown as Data, place))
      .flatMap(({ path, value }) =>
        changesOf(path, value).map((changed) => ({
          clause: id,
          what: `${path.join('.')}: ${value} -> ${changed}`,
          promised: { ...promised, contract: withValue(promised.contract, path, changed) as Promised['contract'] },
        })),
      ),
    ...renamed(promised, id, binds),
    ...promised.expects.flatMap((expectation, index) =>
      expectation.clause !== id
        ? []
        : changed(expectation).map((other) => ({
            clause: id,
            what: JSON.stringify(other),
            promised: { ...promised, expects: promised.expects.with(index, other) },
          })),
    ),
  ]);
};

const stepsOf = (place: string): readonly string[] => place.replace(/\[(\d+)\]/g, '.$1').split('.');
/** Leaves at or below a place; keys may have dots in them. */
const placesBelow = (data: Data, place: string) => {
  const steps = [...stepsOf(place)];
  const path: string[] = [];
  let value: unknown = data;
  while (steps.length > 0 && typeof value === 'object' && value !== null) {
    let key = steps.shift() as string;
    while (!(key in value) && steps.length > 0) key += `.${steps.shift()}`;
    path.push(key);
    value = (value as Data)[key];
  }
  const leaves: { readonly path: readonly string[]; readonly value: string | number }[] = [];
  const walk = (at: readonly string[], one: unknown) => {
    if (NO_FIGURES.includes(at.at(-1) ?? '')) return;
    if (typeof one === 'string' || typeof one === 'number') leaves.push({ path: at, value: one });
    else if (typeof one === 'object' && one !== null) for (const [key, inner] of Object.entries(one)) walk([...at, key], inner);
  };
  walk(path, value);
  return leaves;
};
const changesOf = (path: readonly string[], value: string | number): readonly (string | number)[] => {
  if (typeof value === 'number') return [value + 1];
  const figures = [...value.matchAll(/\d+/g)].map(([digits], index) => {
    let seen = -1;
    return value.replace(/\d+/g, (all) => (++seen === index ? String(Number(digits) + 1) : all));
  });
  // Of a command with an address the address is the figure; how it is asked is the program's own affair.
  const url = /https?:\/\/[^\s'"]+/.exec(value)?.[0];
  if (path.at(-1) === 'command' && url !== undefined)
    return [value.replace(url, `${url}x`), value.replace(/:\d+/, (port) => `:${Number(port.slice(1)) + 1}`)];
  if (/^\d+(?:ms|s|m|h)$/.test(value)) return figures;
  return [`${value.replace(/\/$/, '')}x`, ...figures];
};
const withValue = (data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((one, index) => (String(index) === key ? withValue(one, rest, value) : one));
  return { ...(data as Data), [key]: withValue((data as Data)[key], rest, value) };
};
/** The name of an argument or variable is a figure too. */
const renamed = (promised: Promised, clause: string, binds: readonly string[]): readonly Mutation[] =>
  binds.flatMap((bind) => {
    const [, table, name] = /\.(image\.build\.arguments|env)\.([A-Z_]+)/.exec(bind) ?? [];
    if (table === undefined || name === undefined || !bind.startsWith(`${promised.at}.`)) return [];
    const path = table.split('.');
    const found = path.reduce((data: unknown, key) => (data as Data)[key], promised.contract) as Data;
    const { [name]: own, ...others } = found;
    return [
      {
        clause,
        what: `${table}.${name} is called ${name}X`,
        promised: withBinds(
          { ...promised, contract: withValue(promised.contract, path, { ...others, [`${name}X`]: own }) as Promised['contract'] },
          bind,
          name,
        ),
      },
    ];
  });
/** The clause goes with the name it speaks of. */
const withBinds = (promised: Promised, bind: string, name: string): Promised => ({
  ...promised,
  clauses: promised.clauses.map((clause) => ({
    ...clause,
    binds: (clause.binds ?? []).map((one) => (one === bind ? one.replace(name, `${name}X`) : one)),
  })),
});
const changed = (expectation: Expectation): readonly Expectation[] => {
  const { clause, role, stage, has, or, before, lacks, ignores, keeps } = expectation;
  const base = { clause, ...(role === undefined ? {} : { role }), ...(stage === undefined ? {} : { stage }) };
  if (lacks !== undefined) return [{ ...base, has: lacks }];
  if (ignores !== undefined) return [{ ...base, keeps: ignores }];
  if (keeps !== undefined) return [{ ...base, ignores: keeps }];
  if (has === undefined) return [];
  const words = has.split(' ');
  const each = words.flatMap((word, index) =>
    index === 0 || word === '…' || word === '.' || word === '||'
      ? []
      : [
          {
            ...base,
            has: words.with(index, word.endsWith('…') ? `${word.slice(0, -1)}x…` : `${word.replace(/\/$/, '')}x`).join(' '),
            ...(or === undefined ? {} : { or: `${or}x` }),
          },
        ],
  );
  return [...each, ...(before === undefined ? [] : [{ ...base, has: before, before: has }])];
};
