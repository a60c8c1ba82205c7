import type { ComposeExpectation } from '../../../../../cli/check/compose/expectation';
import type { ComposePromise } from '../../../../../cli/check/compose/rule';
import type { PlainSystem } from '../../../../../contracts/plain';

export interface ComposeMutation {
  readonly clause: string;
  readonly what: string;
  readonly promise: ComposePromise;
}
type Data = Readonly<Record<string, unknown>>;
/** Prose, and what says who gives a thing or where it comes from. */
const NO_FIGURES = [
  ...['purpose', 'description', 'example', 'because', 'why', 'need', 'kind', 'fact', 'origin', 'length', 'protocol'],
  // Names of what stands elsewhere in the data, where it is a figure; the rules of contracts refuse one that is not there.
  ...['publishes', 'fromDotenv', 'from'],
  // A choice between two ways, which the document's own file leaves open.
  'jobs',
  // Figures of manifests in the same data.
  'atMost',
];

/** Every figure of every must-clause about compose, each changed alone. */
export const composeMutationsOf = (promise: ComposePromise): readonly ComposeMutation[] =>
  promise.whole.clauses
    .filter(({ strength }) => strength === 'must')
    .flatMap(({ id, binds = [] }) => [
      ...binds.flatMap((bind) =>
        figuresBelow(promise.system, bind).flatMap(({ path, value }) =>
          changesOf(value, path.at(-1)).map((changed) => ({
            clause: id,
            what: `${path.join('.')}: ${value} -> ${changed}`,
            promise: withSystem(promise, withValue(promise.system, path, changed) as PlainSystem),
          })),
        ),
      ),
      ...binds.flatMap((bind) => renamed(promise, id, bind)),
      ...promise.expects.flatMap((expectation, index) =>
        expectation.clause !== id
          ? []
          : changedExpectations(expectation).map((other) => ({
              clause: id,
              what: JSON.stringify(other),
              promise: { ...promise, expects: promise.expects.with(index, other) },
            })),
      ),
    ]);

/** Places begin with the system; those of a container lie among its contracts. */
const figuresBelow = (system: PlainSystem, bind: string) => {
  const [, ...rest] = bind.replace(/\[(\d+)\]/g, '.$1').split('.');
  const steps = Object.hasOwn(system.contracts, rest[0] ?? '') ? ['contracts', ...rest] : [...rest];
  const path: string[] = [];
  let value: unknown = system;
  while (steps.length > 0 && typeof value === 'object' && value !== null) {
    let key = steps.shift() as string;
    while (!(key in value) && steps.length > 0) key += `.${steps.shift()}`;
    path.push(key);
    value = (value as Data)[key];
  }
  const found: { readonly path: readonly string[]; readonly value: string | number }[] = [];
  const walk = (at: readonly string[], one: unknown): void => {
    if (at.some((key) => NO_FIGURES.includes(key))) return;
    if (typeof one === 'string' || typeof one === 'number') found.push({ path: at, value: one });
    // A reference has no figure of its own: what it refers to has.
    else if (typeof one === 'object' && one !== null && !('of' in one))
      for (const [key, inner] of Object.entries(one)) walk([...at, key], inner);
  };
  walk(path, value);
  return found;
};
const changesOf = (value: string | number, key?: string): readonly (string | number)[] => {
  // Of a least length a little more may still be kept.
  if (typeof value === 'number') return [key === 'minLength' ? value * 4 : value + 1];
  const figures = [...value.matchAll(/\d+/g)].map(([digits], index) => {
    let seen = -1;
    return value.replace(/\d+/g, (all) => (++seen === index ? String(Number(digits) + 1) : all));
  });
  return /^\d+(?:ms|s|m|h)$/.test(value) ? figures : [`${value.replace(/\/$/, '')}x`, ...figures];
};
const withValue = (data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((one, index) => (String(index) === key ? withValue(one, rest, value) : one));
  return { ...(data as Data), [key]: withValue((data as Data)[key], rest, value) };
};
const withSystem = (promise: ComposePromise, system: PlainSystem): ComposePromise => ({
  ...promise,
  system,
  containers: promise.containers.map((one) => ({ ...one, contract: system.contracts[one.role] ?? one.contract })),
});
const changedExpectations = (expectation: ComposeExpectation): readonly ComposeExpectation[] => {
  const { clause, role, services = [], port, mount, after, until, volume } = expectation;
  const base = { clause, ...(role === undefined ? {} : { role }) };
  return [
    ...services.map((name, index) => ({ ...base, services: services.with(index, `${name}x`) })),
    ...(port === undefined
      ? []
      : changesOf(port)
          .slice(1)
          .map((other) => ({ ...base, port: String(other) }))),
    ...(mount === undefined
      ? []
      : [
          { ...base, mount: `x${mount}` },
          { ...base, mount: `${mount}x` },
        ]),
    ...(after === undefined ? [] : [{ ...base, after: `${after}x` }]),
    ...(until === undefined || after === undefined
      ? []
      : [{ ...base, after, until: until === 'service_started' ? ('service_healthy' as const) : ('service_started' as const) }]),
    ...(volume === undefined ? [] : [{ ...base, volume: `${volume}x` }]),
  ];
};

/** The name of a variable or argument is a figure too, and the clause goes with the name it speaks of. */
const renamed = (promise: ComposePromise, clause: string, bind: string): readonly ComposeMutation[] => {
  const [table = '', own] =
    /^(.*?\.(?:env|given\.[a-z-]+|containers\.[a-z-]+\.given|arguments))(?:\.([A-Z][A-Z0-9_]*))?(?:\..*)?$/.exec(bind)?.slice(1) ?? [];
  const [, ...rest] = table.split('.');
  const path = Object.hasOwn(promise.system.contracts, rest[0] ?? '') ? ['contracts', ...rest] : rest;
  const data = path.reduce((found: unknown, key) => (found as Data | undefined)?.[key], promise.system as unknown) as Data | undefined;
  if (table === '' || data === undefined) return [];
  return (own === undefined ? Object.keys(data) : [own]).map((name) => {
    const { [name]: value, ...others } = data;
    const system = withValue(promise.system, path, { ...others, [`${name}X`]: value }) as PlainSystem;
    const clauses = promise.whole.clauses.map((one) => ({
      ...one,
      binds: (one.binds ?? []).map((place) => (place === bind ? place.replace(`.${name}`, `.${name}X`) : place)),
    }));
    const changed = withSystem(promise, system);
    return {
      clause,
      what: `${table}.${name} is called ${name}X`,
      promise: { ...changed, whole: { ...changed.whole, clauses }, containers: changed.containers.map((one) => ({ ...one, clauses })) },
    };
  });
};
