/** Every figure carries its unit. `bigint` is a whole number: unlike `number` it refuses `0.5`, `1e3`, `01` and ` 1`. */

/** Thousandths of a core: `250m`. */
export type Cpu = `${bigint}m`;
/** Binary units only: `128Mi`, `1Gi`. `1GB` does not compile. */
export type Memory = `${bigint}${'Mi' | 'Gi'}`;
/** Decimal megabytes, as `docker images` prints them: `150MB`. */
export type ImageSize = `${bigint}MB`;
export type Duration = `${bigint}${'ms' | 's' | 'm' | 'h'}`;
/** Inside the container; starts at its root. */
export type Path = `/${string}`;
export type Platform = `linux/${'amd64' | 'arm64' | 'arm/v7'}`;
/** Minute, hour, day, month, weekday; UTC. */
export type Schedule = `${string} ${string} ${string} ${string} ${string}`;
/** A command in exec form: no shell reads it. */
export type Words = readonly [string, ...string[]];

const MOST = 1000;
/** The same few figures come again and again, so each is read once; only what is one is kept, and so nothing long. */
const inUnits = (units: Readonly<Record<string, number>>): ((text: string) => number | undefined) => {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const [, digits, unit] = /^([1-9]\d{0,11}|0)([A-Za-z]+)$/.exec(text) ?? [];
    const size = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (digits === undefined || size === undefined) return undefined;
    if (known.size === MOST) known.clear();
    known.set(text, Number(digits) * size);
    return known.get(text);
  };
};

/** Thousandths of a core, or undefined when it is no such quantity. */
export const milliCores = inUnits({ m: 1 });
/** MiB, or undefined. */
export const mebibytes = inUnits({ Mi: 1, Gi: 1024 });
/** Decimal MB, or undefined. */
export const megabytes = inUnits({ MB: 1 });
/** Milliseconds, or undefined. */
export const milliseconds = inUnits({ ms: 1, s: 1000, m: 60_000, h: 3_600_000 });
/** Whole seconds that hold the duration: `500ms` needs 1. */
export const wholeSeconds = (duration: string): number => Math.ceil((milliseconds(duration) ?? 0) / 1000);

/** As Kubernetes itself writes it, or a second apply would see a change: `1000m` is `1`. */
export const canonicalCpu = (cpu: string): string => {
  const thousandths = milliCores(cpu) ?? 0;
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : cpu;
};
/** `1024Mi` is `1Gi`. */
export const canonicalMemory = (memory: string): string => {
  const size = mebibytes(memory) ?? 0;
  return size % 1024 === 0 ? `${size / 1024}Gi` : memory;
};
