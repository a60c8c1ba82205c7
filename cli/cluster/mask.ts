import { isSecretPair } from '../diff/read/sensitive';
import { bareText } from './bare-text';

export type Mask = (text: string) => string;
const HIDDEN = '•••';
/** A shorter value could be any word. Waybill's own are longer; what is shorter is masked where it stands alone. */
const SHORT = 6;

const IN_URL = /([a-z][\w+.-]*:\/\/[^\s:/@]*:)[^\s/@]+@/gi;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const TOKEN = /\b(?:eyJ[\w-]{8,}(?:\.[\w-]*){1,2}|sk-[\w-]{8,}|gh[pousr]_\w{16,}|AKIA[0-9A-Z]{16})/g;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
const PAIR = /(["']?)([\w.-]{2,64})\1(\s*[:=]\s*)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,;"'}]+))/g;

/** Hides these values, however they are written. What comes out is bare text. */
export const maskOf = (values: Iterable<string>): Mask => {
  const forms = [...new Set([...values].flatMap(formsOf))].toSorted((a, b) => b.length - a.length);
  const long = forms.filter(({ length }) => length >= SHORT);
  const short = forms.filter(({ length }) => length < SHORT).map((form) => new RegExp(`(?<![\\w-])${escaped(form)}(?![\\w-])`, 'g'));
  return (text) => {
    let out = bareText(text);
    for (const form of long) out = out.replaceAll(form, HIDDEN);
    for (const form of short) out = out.replace(form, HIDDEN);
    return out;
  };
};

/** Hides whatever looks like a secret: in text of programs and servers, whose secrets need not be ours. */
export const maskGuessed: Mask = (text) =>
  text
    .replace(PRIVATE_KEY, HIDDEN)
    .replace(IN_URL, `$1${HIDDEN}@`)
    .replace(TOKEN, HIDDEN)
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(PAIR, (whole, quote: string, name: string, between: string, double?: string, single?: string, bare?: string) =>
      isSecretPair(name, double ?? single ?? bare ?? '') ? `${quote}${name}${quote}${between}${HIDDEN}` : whole,
    );

/** Whole, line by line, the password within an address, and each as logs, URLs and Secrets write it. */
const formsOf = (value: string): readonly string[] => {
  const lines = value.includes('\n')
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(({ length }) => length >= 8)
    : [];
  const [, password = ''] = /^[a-z][\w+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@/i.exec(value) ?? [];
  return [value, ...lines, ...(password === '' ? [] : [password, decoded(password)])]
    .filter((form) => form.trim().length > 1)
    .flatMap((form) => {
      const bytes = Buffer.from(form);
      return [
        form,
        bareText(form),
        JSON.stringify(form).slice(1, -1),
        encodeURIComponent(form),
        bytes.toString('base64'),
        bytes.toString('base64url'),
      ];
    })
    .filter(({ length }) => length > 1);
};
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
