import type { Said } from './said';
import type { Duration } from './units';

export interface Port {
  readonly number: Said<number>;
  readonly protocol: 'TCP' | 'UDP';
  readonly purpose: string;
  /** The longest a response or stream may last; absent: as short as proxies expect, about a minute. */
  readonly lasts?: Said<Duration>;
}
export const tcp = (number: Said<number>, purpose: string, details: Pick<Port, 'lasts'> = {}): Port => ({
  number,
  protocol: 'TCP',
  purpose,
  ...details,
});
export const udp = (number: Said<number>, purpose: string): Port => ({ number, protocol: 'UDP', purpose });
