import type { Check, Health, Healthcheck, Timing } from '../health';
import { said } from './said-shape';
import { chosenBy, fields, maybe, number, oneOf, text } from './shape';
import { duration, path, words } from './units-shape';

type Of<K extends Check['check']> = Extract<Check, { readonly check: K }>;
const timing = maybe(said(fields<Timing>({ every: maybe(duration), within: maybe(duration), failures: maybe(number) })));
const check = chosenBy<Check, 'check'>('check', {
  http: fields<Of<'http'>>({ check: oneOf('http'), port: text, path: said(path), timing }),
  grpc: fields<Of<'grpc'>>({ check: oneOf('grpc'), port: text, service: maybe(text), timing }),
  tcp: fields<Of<'tcp'>>({ check: oneOf('tcp'), port: text, timing }),
  command: fields<Of<'command'>>({ check: oneOf('command'), command: said(words), timing }),
  none: fields<Of<'none'>>({ check: oneOf('none'), because: text, timing }),
});
const healthcheck = fields<Healthcheck>({
  interval: duration,
  timeout: duration,
  startPeriod: said(duration),
  retries: number,
  command: said(text),
});
export const health = fields<Health>({
  liveness: said(check),
  readiness: said(check),
  general: maybe(check),
  healthcheck: maybe(said(healthcheck)),
  startsWithin: maybe(said(duration)),
  fromElsewhere: maybe(said(text)),
});
