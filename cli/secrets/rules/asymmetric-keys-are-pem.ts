import { createPrivateKey } from 'node:crypto';
import type { Rule } from '../../../contracts/rule';
import { placeOf, type ValueSubject } from '../value-subject';

/** RFC 7518 §3.1: which kind of key signs with which algorithm. */
const KEYS: Readonly<Record<string, readonly string[]>> = { RS: ['rsa'], PS: ['rsa', 'rsa-pss'], ES: ['ec'], Ed: ['ed25519', 'ed448'] };

export const asymmetricKeysArePem: Rule<ValueSubject> = {
  id: 'asymmetric-keys-are-pem',
  promise: 'Where X_ALGORITHM is one of a key pair (RS256), X_SECRET is a private key of that kind in PEM.',
  source: 'https://www.rfc-editor.org/rfc/rfc7518#section-3.1',
  problems: (subject) => {
    const [, name] = /^(\w+)_SECRET$/.exec(subject.use.variable) ?? [];
    const algorithm = name === undefined ? undefined : subject.beside(`${name}_ALGORITHM`);
    const wanted = KEYS[/^(RS|PS|ES)\d{3}$|^Ed/.exec(algorithm ?? '')?.[0].slice(0, 2) ?? ''];
    if (wanted === undefined || wanted.includes(kindOfKey(subject.value) ?? '')) return [];
    return [
      {
        at: placeOf(subject),
        found: `${name}_ALGORITHM signs with a private key, and ${subject.key} is none of that kind in PEM`,
        fix: `give ${subject.key}='-----BEGIN PRIVATE KEY-----…' over several lines in single quotes, or take HS256`,
      },
    ];
  },
};

const kindOfKey = (value: string): string | undefined => {
  try {
    return createPrivateKey(value).asymmetricKeyType;
  } catch {
    // It is no private key; the error could repeat some of it.
    return undefined;
  }
};
