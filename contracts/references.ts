import { emptyTable } from './reading/empty-table';
import { flatMap } from './reading/flat-map';

/**
 * References are values: `postgres.ports.sql.address`, never a string. Each says what it refers to (`of`), so that the compiler
 * refuses what is not in the system, and so that who-talks-to-whom need not be written down twice.
 */
export type Secrecy = 'plain' | 'secret';

/** Anything a variable can be given besides a literal. */
export interface Source<Of extends string = string, S extends Secrecy = Secrecy> {
  readonly from: 'host' | 'port' | 'address' | 'variable' | 'public URL' | 'secret' | 'own' | 'text';
  /** `todo-backend (001 §2)`, `secret jwt`, `public URL site`. */
  readonly of: readonly Of[];
  readonly secrecy: S;
}
/** Which copies answer: any of them, or in a group that elects, its leader or one that follows. */
export type Answering = 'any' | 'leader' | 'follower';
export interface HostRef<Of extends string = string> extends Source<Of, 'plain'> {
  readonly from: 'host';
}
export interface AddressRef<Of extends string = string> extends Source<Of, 'plain'> {
  readonly from: 'address';
  readonly port: string;
  readonly answering: Answering;
}
/** The port's number where it is given to a variable; `.address` is `host:port`. */
export interface PortRef<Of extends string = string> extends Source<Of, 'plain'> {
  readonly from: 'port';
  readonly port: string;
  readonly address: AddressRef<Of>;
}
/** Whatever that container is given there. */
export interface VariableRef<Of extends string = string, S extends Secrecy = Secrecy> extends Source<Of, S> {
  readonly from: 'variable';
  readonly variable: string;
}
export interface VolumeRef<Of extends string = string> {
  readonly of: readonly Of[];
  readonly volume: string;
}
export interface CommandRef<Of extends string = string> {
  readonly of: readonly Of[];
  readonly command: string;
}
export interface OwnRef extends Source<never, 'plain'> {
  readonly from: 'own';
  readonly fact: 'name' | 'ip' | 'namespace';
}
export interface TextRef<Of extends string = string, S extends Secrecy = Secrecy> extends Source<Of, S> {
  readonly from: 'text';
  readonly parts: readonly (string | Source)[];
}

const ownFact = <F extends OwnRef['fact']>(fact: F) => ({ from: 'own', fact, of: [] as readonly never[], secrecy: 'plain' }) as const;
/** What only the running copy knows of itself. */
export const own = { name: ownFact('name'), ip: ownFact('ip'), namespace: ownFact('namespace') } as const;

type OfPart<P> = P extends Source<infer Of> ? Of : never;
type SecrecyOf<P> = 'secret' extends (P extends Source<string, infer S> ? S : never) ? 'secret' : 'plain';

/** Composes a value: text`http://${backend.ports.http.address}`. Secret as soon as one part is. */
export const text = <const P extends readonly (string | number | Source)[]>(
  strings: TemplateStringsArray,
  ...values: P
): TextRef<OfPart<P[number]>, SecrecyOf<P[number]>> => {
  const sources = values.map(part).filter((value) => typeof value === 'object');
  const parts = flatMap(strings, (literal, index) => (index < values.length ? [literal, part(values[index])] : [literal]));
  return {
    from: 'text',
    of: [...new Set(flatMap(sources, ({ of }) => of))] as OfPart<P[number]>[],
    secrecy: (sources.some(({ secrecy }) => secrecy === 'secret') ? 'secret' : 'plain') as SecrecyOf<P[number]>,
    parts: parts.filter((one) => one !== ''),
  };
};
/** What does not exist is a reference to nothing, so that a finding names the place; its text would be "undefined". */
const NOTHING = { from: 'variable', of: ['nothing'], secrecy: 'plain', variable: 'undefined' } as const;
const part = (value: string | number | Source | undefined | null): string | Source =>
  value === undefined || value === null ? NOTHING : typeof value === 'object' ? value : String(value);

/**
 * A table of references that answers for every name. One that nobody declared is a reference too, so that the rules find it and
 * name the place, where a TypeError would end the run while a file is imported.
 */
export const answeringForEveryName = <T, Self = undefined>(
  names: readonly string[],
  make: (name: string, self: Self) => T,
  self: Self = undefined as Self,
): Readonly<Record<string, T>> => {
  const table = emptyTable<T>();
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    const value = make(name, self);
    // Assigned, it would be what the table inherits, and no entry that a finding can name.
    if (name === '__proto__') Object.defineProperty(table, name, { value, enumerable: true });
    else table[name] = value;
  }
  return new Proxy(table, new Answers(make, self));
};

/** `self` is handed on, and nothing is closed over: six tables of each of ten thousand containers would keep as many closures. */
class Answers<T, Self> implements ProxyHandler<Record<string, T>> {
  constructor(
    private readonly make: (name: string, self: Self) => T,
    private readonly self: Self,
  ) {}
  get(table: Record<string, T>, name: string | symbol): unknown {
    const isNew = typeof name === 'string' && !Object.hasOwn(table, name) && name !== 'toJSON';
    return isNew ? this.make(name, this.self) : Reflect.get(table, name);
  }
}
