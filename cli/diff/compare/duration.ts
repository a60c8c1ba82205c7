const PART = /([\d.]+)(ns|us|µs|ms|s|m|h)/g;
const SECONDS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** The seconds of `1h30m`, or undefined for what is no duration. */
export const durationValue = (value: unknown): number | undefined => {
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(value)) return undefined;
  return [...value.matchAll(PART)].reduce((sum, [, number, unit]) => sum + Number(number) * (SECONDS[unit ?? ''] ?? 0), 0);
};
