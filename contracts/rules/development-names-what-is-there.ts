import type { PlainContract, PlainSystem } from '../plain';
import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { isSecretVariable } from '../reading/given-to';
import { isServiceName, isVariableName } from '../reading/names';
import type { Problem, Rule, SystemSubject } from '../rule';

export const developmentNamesWhatIsThere: Rule<SystemSubject> = {
  id: 'development-names-what-is-there',
  promise: 'What is said of a laptop names roles, ports, variables, build arguments and secrets that are there, and nothing else.',
  source: 'Waybill’s own',
  problems: ({ at: place, system }) => {
    const { development, contracts } = system;
    const at = `${place}.development`;
    const standIns = Object.keys(development.standIns);
    return [
      ...unknown(`${at}.secrets`, 'secret', Object.keys(development.secrets), Object.keys(system.secrets)),
      ...unknown(`${at}.containers`, 'role', Object.keys(development.containers), Object.keys(contracts)),
      ...standIns.filter((name) => !isServiceName(name) || isTaken(system, name)).map((name) => badName(`${at}.standIns.${name}`, name)),
      ...flatMap(Object.entries(development.containers), ([role, own]) => {
        const contract = entryOf(contracts, role);
        if (contract === undefined || own === undefined) return [];
        const here = `${at}.containers.${role}`;
        const { all, plain } = variablesOf(contract);
        return [
          ...unknown(`${here}.given`, 'plain variable', Object.keys(own.given ?? {}), plain),
          ...unknown(`${here}.fromDotenv`, 'plain variable', own.fromDotenv ?? [], plain),
          ...unknown(`${here}.without`, 'variable', own.without ?? [], all),
          ...flatMap(Object.keys(own.besides ?? {}), (name) => besideProblem(`${here}.besides.${name}`, name, all)),
          ...unknown(`${here}.arguments`, 'build argument', Object.keys(own.arguments ?? {}), argumentsOf(contract)),
          ...unknown(`${here}.publishes`, 'port', own.publishes ?? [], Object.keys(contract.ports ?? {})),
          ...unknown(`${here}.after`, 'stand-in', own.after ?? [], standIns),
        ];
      }),
    ];
  },
};

const isTaken = ({ contracts, jobs }: PlainSystem, name: string): boolean =>
  Object.hasOwn(contracts, name) || jobs.some((job) => job.name === name);
const badName = (at: string, name: string): Problem => ({
  at,
  found: `${name} is the name of a container or a job, or none that a host can have`,
  fix: 'choose another name, of small letters, digits and hyphens',
});
const variablesOf = ({ env = {} }: PlainContract) => {
  const given = Object.entries(env).filter(([, { need }]) => need !== 'set by image');
  return {
    all: given.map(([name]) => name),
    plain: given.filter(([, variable]) => !isSecretVariable(variable)).map(([name]) => name),
  };
};
const argumentsOf = ({ image }: PlainContract): readonly string[] =>
  image.kind === 'built' ? Object.keys(image.build.arguments ?? {}) : [];
const besideProblem = (at: string, name: string, known: readonly string[]): readonly Problem[] => {
  if (known.includes(name)) return [{ at, found: `the contract has ${name} itself`, fix: 'give it under given' }];
  return isVariableName(name) ? [] : [{ at, found: `${name} is no name of a variable`, fix: 'write letters, digits and underscores' }];
};
const unknown = (at: string, what: string, names: readonly string[], known: readonly string[]): readonly Problem[] =>
  names
    .filter((name) => !known.includes(name))
    .map((name) => ({ at: `${at}.${name}`, found: `there is no ${what} ${name}`, fix: didYouMean(name, known, 'remove it') }));
