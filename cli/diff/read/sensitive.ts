import { createHmac, randomBytes } from 'node:crypto';

/** Values of secrets become these marks as they are read: equal when the values are, and telling nothing. New in each run. */
const KEY = randomBytes(32);
const MARK = '\u0000hidden:';
const FLAW = '!';
export const hidden = (value: unknown): string => `${MARK}${createHmac('sha256', KEY).update(String(value)).digest('hex').slice(0, 32)}`;
/** A value that the server could not read, such as bytes that are no base64. */
export const hiddenFlaw = (value: unknown): string => `${hidden(value)}${FLAW}`;
export const isHiddenWell = (mark: string): boolean => !mark.endsWith(FLAW);
export const isHidden = (value: unknown): value is string => typeof value === 'string' && value.startsWith(MARK);

const NAMES = /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIAL/i;
const ABOUT =
  /_?(FILE|PATH|DIR|NAME|HOST|PORT|URL|URI|ALGORITHM|EXPIR\w*|TTL|AGE|LENGTH|ENABLED|SECONDS|MINUTES|HOURS|DAYS|TYPE|ID|COUNT|LIMIT|HEADER|AUDIENCE|ISSUER|BUDGET|TOKENS|SIZE|MODE)$/i;
const HARMLESS = /^(?:|true|false|\d{1,6}(?:\.\d+)?|\d+[smhd]|.*\$\(\w+\).*|\/[\w./-]+|none|disabled|enabled)$/i;

/** Whether a variable of this name holds a secret as its value. */
export const isSecretPair = (name: string, value: string): boolean =>
  (NAMES.test(name) && !ABOUT.test(name) && !HARMLESS.test(value)) || holdsSecret(value);

const USER_AND_PASSWORD = /[a-z][\w+.-]*:\/\/[^\s:/@]*:(?!\$\()[^\s/@]+@/i;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/** Whether text holds a password in an address, or a private key. */
export const holdsSecret = (text: string): boolean =>
  // Most texts are neither, and looking for these first is quick.
  (text.includes('://') && USER_AND_PASSWORD.test(text)) || (text.includes('-----BEGIN') && PRIVATE_KEY.test(text));

const LINE = /^\s*["']?([\w.-]+)["']?\s*[:=]\s*["']?([^"'\s]+)/;
/** Whether a file among a ConfigMap's keys has such a line. */
export const hasSecretLine = (text: string): boolean =>
  holdsSecret(text) ||
  text.split('\n').some((line) => {
    const [, name, value] = LINE.exec(line) ?? [];
    return name !== undefined && value !== undefined && isSecretPair(name, value);
  });

/** Whether a text could hold what is to be hidden. Looking here first is quicker than looking at each value; an escape may hide a sign. */
const SIGNS = new RegExp(`${NAMES.source}|://|-----BEGIN|\\\\`, 'i');
export const mayHoldSecret = (text: string): boolean => SIGNS.test(text);
