import { type GivenValue, isSource, roleOf } from '../../../contracts/plain';
import { isSecretVariable, variableOf } from '../../../contracts/reading/given-to';
import type { ComposeService } from './read/compose-service';
import { isKnown } from './read/node';
import type { ComposeSubject } from './rule';

/** A part of a value as it is on a laptop: one of these texts, or anything. */
export type Piece = { readonly oneOf: readonly string[]; readonly isSecret?: true } | 'any';
export interface LocalValue {
  readonly pieces: readonly Piece[];
  /** Where the contract says it. */
  readonly place: string;
  /** A text written for every place may be another on a laptop, where no clause says otherwise. */
  readonly isLiteral: boolean;
  readonly isForLaptop: boolean;
}

/** What the contract gives a variable under compose; undefined: nothing. */
export const localValue = (subject: ComposeSubject, role: string, name: string): LocalValue | undefined => {
  const { system } = subject.system ?? {};
  if (system === undefined) return undefined;
  const own = system.development.containers[role]?.given?.[name];
  const given = own ?? system.given[role]?.[name];
  if (given === undefined) return undefined;
  return {
    pieces: piecesOf(subject, given, 0),
    place: own === undefined ? `given.${role}.${name}` : `development.containers.${role}.given.${name}`,
    isLiteral: typeof given === 'string',
    isForLaptop: own !== undefined,
  };
};
const text = (...oneOf: readonly string[]): readonly Piece[] => [{ oneOf }];
const ANY: readonly Piece[] = ['any'];
const serviceOf = ({ pairs }: ComposeSubject, role: string | undefined): ComposeService | undefined =>
  pairs.find((pair) => pair.role === role)?.service;
/** Every name under which others of the file reach it. */
const hostsOf = (service: ComposeService): readonly string[] => [
  service.name,
  ...(service.containerName === undefined ? [] : [service.containerName.text]),
  ...service.aliases,
  'host.docker.internal',
];
const piecesOf = (subject: ComposeSubject, value: GivenValue, depth: number): readonly Piece[] => {
  if (!isSource(value)) return text(value);
  const { system } = subject.system as NonNullable<ComposeSubject['system']>;
  if (depth > 20) return ANY;
  if (value.from === 'text') return value.parts.flatMap((part) => piecesOf(subject, part as GivenValue, depth + 1));
  if (value.from === 'secret') {
    const known = system.development.secrets[value.secret];
    return known === undefined ? ANY : [{ oneOf: [known], isSecret: true }];
  }
  if (value.from === 'public URL') return localUrls(subject, (value.of[0] ?? '').replace(/^public URL /, ''));
  const role = value.from === 'own' ? undefined : roleOf(system, value);
  if (role === undefined) return ANY;
  if (value.from === 'variable') {
    const given = system.development.containers[role]?.given?.[value.variable] ?? system.given[role]?.[value.variable];
    const variable = variableOf(system, role, value.variable);
    const pieces =
      given === undefined ? (variable?.default === undefined ? ANY : text(variable.default)) : piecesOf(subject, given, depth + 1);
    const isSecret = variable !== undefined && isSecretVariable(variable);
    return isSecret ? pieces.map((piece) => (piece === 'any' ? piece : { ...piece, isSecret: true as const })) : pieces;
  }
  const service = serviceOf(subject, role);
  const hosts = service === undefined || service.isOpen || service.hasUnknownNames ? undefined : hostsOf(service);
  if (value.from === 'host') return hosts === undefined ? ANY : text(...hosts);
  if (value.from !== 'port' && value.from !== 'address') return ANY;
  const place = `${system.name}.${role}.ports.${value.port}.number`;
  const number = subject.system?.examples.has(place) ? undefined : system.contracts[role]?.ports?.[value.port]?.number;
  const port: readonly Piece[] = number === undefined ? ANY : text(String(number));
  if (value.from === 'port') return port;
  return hosts === undefined ? ANY : [...text(...hosts), ...text(':'), ...port];
};
/** Where a browser on the laptop reaches an exposed port: at what the file publishes it. */
const localUrls = (subject: ComposeSubject, url: string): readonly Piece[] => {
  const { system, examples } = subject.system as NonNullable<ComposeSubject['system']>;
  const exposed = system.exposes[url];
  const role = exposed === undefined ? undefined : roleOf(system, exposed);
  const service = serviceOf(subject, role);
  if (exposed === undefined || role === undefined || service === undefined || service.isOpen) return ANY;
  if (examples.has(`${system.name}.${role}.ports.${exposed.port}.number`)) return ANY;
  const number = system.contracts[role]?.ports?.[exposed.port]?.number;
  const published = service.ports.filter(({ target }) => target === number).map((port) => port.published);
  if (published.length === 0 || published.some((port) => port === undefined || !isKnown(port) || port.includes('-'))) return ANY;
  return text(...published.flatMap((port) => ['http://localhost', 'http://127.0.0.1'].map((host) => `${host}:${port}`)));
};

const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The same address in other words counts: `postgres://`, a driver, a query, a last slash. */
export const isValue = (value: string, { pieces }: LocalValue): boolean => {
  const body = pieces.map((piece) => (piece === 'any' ? '[^]*' : `(?:${piece.oneOf.map(escaped).join('|')})`)).join('');
  const loose = body.replace(/^\(\?:postgresql:\/\/\)/, '(?:postgres(?:ql)?(?:\\+\\w+)?://)');
  return new RegExp(`^${loose}${pieces.length > 1 ? '(?:\\?[^]*)?' : '/?'}$`).test(value);
};
/** As a finding may write it. */
export const valueText = ({ pieces }: LocalValue): string => {
  const text = pieces.map((piece) => (piece === 'any' ? '…' : piece.isSecret ? '***' : (piece.oneOf[0] as string))).join('');
  return /^[…*]+$/.test(text) ? 'a value' : text;
};
