const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 36e11 };

/** A duration as Docker reads it, `1m30s` included; NaN: it is none. */
export const nanoseconds = (text: string): number => {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  return parts.map(([part]) => part).join('') === text && text !== ''
    ? Math.round(parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNITS[unit ?? ''] ?? 0), 0))
    : text === '0'
      ? 0
      : Number.NaN;
};
