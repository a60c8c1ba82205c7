import { type AnySource, type PlainSystem, roleOf } from '../plain';
import { didYouMean } from './did-you-mean';
import { entryOf } from './entry-of';
import { givenTo } from './given-to';
import { otherContainer } from './other-container';

export interface Missing {
  readonly found: string;
  readonly fix: string;
}
type Reference = { readonly of: readonly string[] };

/** What a reference refers to and the system does not have; undefined: all is there. */
export const missing = (system: PlainSystem, source: AnySource): Missing | undefined => {
  switch (source.from) {
    case 'host':
      return missingContainer(system, source);
    case 'port':
      return missingPort(system, source);
    case 'address':
      return missingPort(system, source) ?? missingElection(system, source);
    case 'variable':
      return missingContainer(system, source) ?? missingVariable(system, source);
    case 'secret':
      return missingName('secret', source.secret, system.secrets, 'secrets');
    case 'public URL':
      return missingName('public URL', source.url, system.exposes, 'exposes');
    case 'own':
    case 'text':
      return undefined;
  }
};

const missingContainer = (system: PlainSystem, { of: [id = 'a container without a name'] }: Reference): Missing | undefined =>
  roleOf(system, { of: [id] }) === undefined
    ? {
        found: `${id} is not in ${system.name}`,
        fix: otherContainer(system, id),
      }
    : undefined;

export const missingPort = (system: PlainSystem, reference: Reference & { readonly port: string }): Missing | undefined => {
  const role = roleOf(system, reference);
  if (role === undefined) return missingContainer(system, reference);
  const ports = entryOf(system.contracts, role)?.ports ?? {};
  return Object.hasOwn(ports, reference.port)
    ? undefined
    : {
        found: `${role} has no port ${reference.port}`,
        fix: didYouMean(reference.port, Object.keys(ports), `add it to the ports of ${role}’s contract`),
      };
};

const missingElection = (
  system: PlainSystem,
  { answering, port, of }: Reference & { readonly answering: string; readonly port: string },
): Missing | undefined => {
  const role = roleOf(system, { of }) ?? '';
  const election = entryOf(system.contracts, role)?.needs?.election;
  if (answering === 'any' || election?.serves === port) return undefined;
  return election === undefined
    ? { found: `${role} elects no leader`, fix: `refer to its ports: ${role}.ports.${port}.address` }
    : { found: `the ${answering} of ${role} serves ${election.serves}, not ${port}`, fix: `refer to ${election.serves}` };
};

const missingVariable = (system: PlainSystem, reference: Reference & { readonly variable: string }): Missing | undefined => {
  const role = roleOf(system, reference) ?? '';
  const name = reference.variable;
  const env = entryOf(system.contracts, role)?.env ?? {};
  const need = entryOf(env, name)?.need;
  if (need === undefined) {
    return { found: `${role} has no variable ${name}`, fix: didYouMean(name, Object.keys(env), `add it to the env of ${role}’s contract`) };
  }
  if (need === 'set by image') {
    return { found: `${role} has ${name} from its image, where nobody else can read it`, fix: 'write its value out' };
  }
  // Who forgot a required one is told so where it must be given.
  const optional = need === 'optional' || need === 'optional secret';
  return optional && givenTo(system, role, name) === undefined
    ? { found: `${role} is given no ${name}, and it has no default`, fix: `give it a value: given.${role}.${name}` }
    : undefined;
};

const missingName = (what: string, name: string, table: Readonly<Record<string, unknown>>, field: string): Missing | undefined =>
  Object.hasOwn(table, name)
    ? undefined
    : { found: `there is no ${what} ${name}`, fix: didYouMean(name, Object.keys(table), `declare it in ${field}`) };
