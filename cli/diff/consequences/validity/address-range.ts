import { isIP } from 'node:net';

/** Whether a text is a range of addresses such as 10.0.0.0/8. */
export const isCidr = (text: string): boolean => {
  const [address = '', bits = '', ...more] = text.split('/');
  const family = isIP(address);
  return more.length === 0 && family !== 0 && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
};
/** The bits of an address as text, so that one range lies within another when it begins with it. */
const bitsOf = (address: string): string => {
  if (isIP(address) === 4)
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [left = '', right] = address.split('::');
  const words = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const missing = 8 - words(left).length - words(right ?? '').length;
  const all = right === undefined ? words(left) : [...words(left), ...Array.from({ length: missing }, () => '0'), ...words(right)];
  return all.map((word) => Number.parseInt(word, 16).toString(2).padStart(16, '0')).join('');
};
export const isWithin = (inner: string, outer: string): boolean => {
  const [a = '', few = '0'] = inner.split('/');
  const [b = '', many = '0'] = outer.split('/');
  return isIP(a) === isIP(b) && Number(few) > Number(many) && bitsOf(a).startsWith(bitsOf(b).slice(0, Number(many)));
};
