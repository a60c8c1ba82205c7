import type { AnySource } from '../plain';
import type { PublicUrlRef } from '../public-urls';
import type { AddressRef, CommandRef, HostRef, OwnRef, PortRef, TextRef, VariableRef, VolumeRef } from '../references';
import type { SecretOrigin, SecretRef } from '../secrets';
import { atLeastOne, chosenBy, fields, list, maybe, number, oneOf, type Shape, type SomeShape, shapeOf, text } from './shape';
import { textOr } from './text-or';

type Made = Extract<SecretOrigin, { readonly origin: 'generated' }>;
type FromOwner = Exclude<SecretOrigin, Made>;

const plain = oneOf('plain');
/** What a reference refers to; every kind but `own` and a text of literals alone has one. */
const of: SomeShape = atLeastOne(text);

const host = fields<HostRef>({ from: oneOf('host'), of, secrecy: plain });
const address = fields<AddressRef>({
  from: oneOf('address'),
  of,
  secrecy: plain,
  port: text,
  answering: oneOf('any', 'leader', 'follower'),
});
const port = fields<PortRef>({ from: oneOf('port'), of, secrecy: plain, port: text, address });
const variable = fields<VariableRef>({ from: oneOf('variable'), of, secrecy: oneOf('plain', 'secret'), variable: text });
const own = fields<OwnRef>({ from: oneOf('own'), of: list(text) as SomeShape, secrecy: plain, fact: oneOf('name', 'ip', 'namespace') });
const origin = chosenBy<SecretOrigin, 'origin'>('origin', {
  generated: fields<Made>({ origin: oneOf('generated'), description: text, length: number }),
  'from the owner': fields<FromOwner>({ origin: oneOf('from the owner'), description: text, example: maybe(text) }),
});
const secret = fields<SecretRef>({ from: oneOf('secret'), of, secrecy: oneOf('secret'), secret: text, is: maybe(origin) });
const publicUrl = fields<PublicUrlRef>({ from: oneOf('public URL'), of, secrecy: plain, url: text, port: maybe(port) });
const lazySource: Shape<AnySource> = shapeOf(
  () => 'a reference',
  (data) => source.fits(data),
  (v) => v.lazy(() => source.schema()),
);
const composed: Shape<TextRef> = fields<TextRef>({
  from: oneOf('text'),
  of: list(text),
  secrecy: oneOf('plain', 'secret'),
  // A text may hold texts.
  parts: list(textOr(lazySource)) as SomeShape,
});
/** Everything that a variable can be given besides a literal. */
const sources = chosenBy<AnySource, 'from'>('from', {
  host,
  port,
  address,
  variable,
  own,
  text: composed,
  secret,
  'public URL': publicUrl,
});
export const source: Shape<AnySource> = shapeOf(lazySource.expected, sources.fits, () => sources.schema());
/** Where only one kind will do; a reference of another kind is one finding, not one for each of its fields. */
export const portRef = chosenBy<PortRef, 'from'>('from', { port });
export const secretRef = chosenBy<SecretRef, 'from'>('from', { secret });
export const publicUrlRef = chosenBy<PublicUrlRef, 'from'>('from', { 'public URL': publicUrl });
export const textRef = chosenBy<TextRef, 'from'>('from', { text: composed });
/** Where a connection leads. */
export const wayTo = chosenBy<PortRef | PublicUrlRef, 'from'>('from', { port, 'public URL': publicUrl });

export const volumeRef = fields<VolumeRef>({ of, volume: text });
export const commandRef = fields<CommandRef>({ of, command: text });
