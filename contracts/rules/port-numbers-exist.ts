import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

const LAST = 65535;
export const portNumbersExist: Rule<ContractSubject> = {
  id: 'port-numbers-exist',
  promise: 'Every port is a whole number from 1 to 65535.',
  source: 'https://www.rfc-editor.org/rfc/rfc6335#section-6',
  problems: ({ at, contract: { ports = {}, needs } }) =>
    [
      ...Object.entries(ports).map(([name, { number }]) => ({ place: `ports.${name}.number`, number })),
      ...Object.entries(needs?.external ?? {}).map(([name, { port }]) => ({ place: `needs.external.${name}.port`, number: port })),
    ]
      .filter(({ number }) => !Number.isInteger(number) || number < 1 || number > LAST)
      .map(({ place, number }) => ({
        at: `${at}.${place}`,
        found: `${quote(number)} is no port`,
        fix: `write a whole number from 1 to ${LAST}`,
      })),
};
