/** What one session found: written beside the page, so that a later one can be held against it. */
export interface Figures {
  readonly node: string;
  readonly machine: string;
  /** Runnable processes on average when the session began and when it ended, for each core: above 1, others had work as well. */
  readonly load: number;
  /** Least CPU seconds by tool and number of services; a tool that did not end is left out. */
  readonly seconds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly wall: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly megabytes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bytes: Readonly<Record<string, number>>;
  /** Waybill's CPU over Helm's in each turn: least, median, most. */
  readonly ratios: Readonly<Record<string, readonly [number, number, number]>>;
  /** CPU of short runs over that of `node -e 0`. */
  readonly starts: Readonly<Record<string, number>>;
  /** CPU on the newest LTS over that on this Node. */
  readonly newest: Readonly<Record<string, number>>;
  readonly exponents: Readonly<Record<string, number>>;
}
/** What a later session must not be worse than, times 1.5: ratios of one machine to itself, each of the least of several runs. */
export const guarded = ({ seconds, starts, newest }: Pick<Figures, 'seconds' | 'starts' | 'newest'>): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(
    Object.entries(seconds.waybill ?? {}).flatMap(([count, own]) => {
      const helm = seconds.helm?.[count];
      return helm === undefined ? [] : [[`${count} services, Waybill over Helm`, own / helm]];
    }),
  ),
  ...Object.fromEntries(Object.entries(starts).map(([name, ratio]) => [`${name}, over node -e 0`, ratio])),
  ...Object.fromEntries(Object.entries(newest).map(([name, ratio]) => [`${name}: the newest LTS over this Node`, ratio])),
});
