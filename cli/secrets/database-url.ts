import type { ValueSubject } from './value-subject';

/** `postgresql+asyncpg:` and `postgres:` are `postgresql`. */
const familyOf = (scheme: string): string => (scheme.toLowerCase().split('+')[0] ?? '').replace(/^postgres$/, 'postgresql');
const schemeOf = (text: string | undefined): string | undefined => /^([a-z][a-z0-9+.-]*):\/\//i.exec(text ?? '')?.[1];

/** The family of URL a value must be, by its example or its description; undefined: it need not be one. */
export const wantedScheme = ({ use: { container, variable }, origin }: ValueSubject): string | undefined => {
  const row = container.contract.env?.[variable];
  const example = origin?.origin === 'from the owner' ? origin.example : undefined;
  const scheme =
    schemeOf(example ?? row?.example) ?? (/postgresql connection string/i.test(row?.description ?? '') ? 'postgresql' : undefined);
  return scheme === undefined ? undefined : familyOf(scheme);
};

/** The value as a URL of the wanted family with a host; undefined: it is none. */
export const urlOf = (subject: ValueSubject): URL | undefined => {
  const scheme = schemeOf(subject.value);
  if (scheme === undefined || familyOf(scheme) !== wantedScheme(subject) || !URL.canParse(subject.value)) return undefined;
  const url = new URL(subject.value);
  return url.hostname === '' ? undefined : url;
};
/** A database of somebody else: the owner gave its address. */
export const externalDatabase = (subject: ValueSubject): URL | undefined =>
  subject.origin?.origin === 'from the owner' && wantedScheme(subject) === 'postgresql' ? urlOf(subject) : undefined;
