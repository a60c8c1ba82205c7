import type { Said } from './said';
import type { Duration, Path, Words } from './units';

/** How often is asked, how long an answer may take, how many failures in a row count. */
export interface Timing {
  readonly every?: Duration;
  readonly within?: Duration;
  readonly failures?: number;
}
interface Timed {
  readonly timing?: Said<Timing>;
}
export type Check<P extends string = string> = Timed &
  (
    | { readonly check: 'http'; readonly port: P; readonly path: Said<Path> }
    | { readonly check: 'grpc'; readonly port: P; readonly service?: string }
    | { readonly check: 'tcp'; readonly port: P }
    | { readonly check: 'command'; readonly command: Said<Words> }
    | { readonly check: 'none'; readonly because: string }
  );
const timed = (timing: Said<Timing> | undefined) => (timing === undefined ? {} : { timing });
/** Answers 200 when all is well. */
export const get = <const P extends string>(port: P, path: Said<Path>, timing?: Said<Timing>) =>
  ({ check: 'http', port, path, ...timed(timing) }) as const;
/** The standard gRPC health service, of one service or of the whole server. */
export const grpc = <const P extends string>(port: P, service?: string, timing?: Said<Timing>) =>
  ({ check: 'grpc', port, ...(service === undefined ? {} : { service }), ...timed(timing) }) as const;
/** The port takes a connection. */
export const connect = <const P extends string>(port: P, timing?: Said<Timing>) => ({ check: 'tcp', port, ...timed(timing) }) as const;
/** Ends with 0 when all is well; no shell unless the command names one. */
export const exec = (command: Said<Words>, timing?: Said<Timing>) => ({ check: 'command', command, ...timed(timing) }) as const;
export const none = (because: string) => ({ check: 'none', because }) as const;

/** The figures of the HEALTHCHECK instruction. */
export interface Healthcheck {
  readonly interval: Duration;
  readonly timeout: Duration;
  readonly startPeriod: Said<Duration>;
  readonly retries: number;
  /** As the document writes it, after CMD. */
  readonly command: Said<string>;
}
export interface Health<P extends string = string> {
  /** The process runs; asks nothing of others. */
  readonly liveness: Said<Check<P>>;
  /** It can serve; may ask what it depends on. */
  readonly readiness: Said<Check<P>>;
  /** For people and monitoring: version, service information. */
  readonly general?: Check<P>;
  readonly healthcheck?: Said<Healthcheck>;
  /** The longest a start may take before it counts as failed; beside a HEALTHCHECK, the longer of the two holds. */
  readonly startsWithin?: Said<Duration>;
  /** Ends with 0 once another copy answers at $HOST and $PORT; what others wait with. A shell reads it. */
  readonly fromElsewhere?: Said<string>;
}
