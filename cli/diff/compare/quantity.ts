// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:(n|u|m|k|[KMGTPE]i|[MGTPE])|[eE]([+-]?\d+))?$/;

/** The number a quantity means, or undefined for what is none. Rounded up to thousandths, as the server does. */
export const quantityValue = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (!known.has(value)) known.set(value, valueOfText(value));
  return known.get(value);
};
/** The same few amounts stand in thousands of manifests. */
const known = new Map<string, number | undefined>();
const valueOfText = (text: string): number | undefined => {
  const found = QUANTITY.exec(text);
  if (found === null) return undefined;
  const number = Number(found[1]) * (found[3] === undefined ? (UNITS[found[2] ?? ''] ?? 1) : 10 ** Number(found[3]));
  return Math.abs(number) >= 1e12 ? number : Math.ceil(Math.round(number * 1e9) / 1e6) / 1000;
};

/** A number of bytes or of CPUs as a person writes it. */
export const showQuantity = (value: number, resource: string): string => {
  if (resource === 'cpu') return Number.isInteger(value) ? String(value) : `${Math.round(value * 1000)}m`;
  for (const unit of ['Ti', 'Gi', 'Mi', 'Ki'] as const) {
    const size = UNITS[unit] ?? 1;
    if (Math.abs(value) >= size) return `${Math.round((value / size) * 100) / 100}${unit}`;
  }
  return String(value);
};

/** The way of writing that the server keeps for a quantity: 1Gi stays in powers of two, 1073741824 in powers of ten. */
export const quantityFamily = (value: unknown): 'binary' | 'decimal' | 'exponent' => {
  const text = String(value);
  if (/[eE]\d+$/.test(text)) return 'exponent';
  return /i$/.test(text) && Math.abs(quantityValue(value) ?? 0) >= 1024 ? 'binary' : 'decimal';
};
