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

const whole = (text: string, units: Readonly<Record<string, number>>): number | undefined => {
  const [, digits, unit] = /^([1-9]\d{0,11}|0)([A-Za-z]+)$/.exec(text) ?? [];
  const size = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
  return digits === undefined || size === undefined ? undefined : Number(digits) * size;
};

/** Thousandths of a core, or undefined when it is no such quantity. */
export const milliCores = (cpu: string): number | undefined => whole(cpu, { m: 1 });
/** MiB, or undefined. */
export const mebibytes = (memory: string): number | undefined => whole(memory, { Mi: 1, Gi: 1024 });
/** Decimal MB, or undefined. */
export const megabytes = (size: string): number | undefined => whole(size, { MB: 1 });
/** Milliseconds, or undefined. */
export const milliseconds = (duration: string): number | undefined => whole(duration, { ms: 1, s: 1000, m: 60_000, h: 3_600_000 });
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
