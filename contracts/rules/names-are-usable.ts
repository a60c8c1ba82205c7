import type { PlainContract } from '../plain';
import { asDnsLabel } from '../reading/as-dns-label';
import { flatMap } from '../reading/flat-map';
import { isDnsLabel, isFileKey, isPortName, isServiceName, isVariableName } from '../reading/names';
import { quote } from '../reading/quote';
import type { ContractSubject, Problem, Rule } from '../rule';

/**
 * What is put behind a name must fit with it into the 63 characters of a label's value: a StatefulSet's revision is `<name>-` and a
 * hash of up to ten digits, a CronJob's run is `<name>-` and a time in minutes of as many.
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
const LONGEST_NAME = 63 - '-0123456789'.length;

export const namesAreUsable: Rule<ContractSubject> = {
  id: 'names-are-usable',
  promise: `A container’s name is a DNS label of at most ${LONGEST_NAME} characters; each other name has the form that what it names demands.`,
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  problems: ({ at, contract }) => [
    ...nameProblem(at, contract.name),
    ...flatMap(FORMS, ({ place, table, fits, form }) =>
      Object.keys(table(contract) ?? {})
        .filter((name) => !fits(name))
        .map((name) => ({ at: `${at}.${place}.${name}`, found: `${quote(name)} is no name for it`, fix: `write ${form}` })),
    ),
  ],
};

const nameProblem = (at: string, name: string): readonly Problem[] => {
  const place = { at: `${at}.name` };
  if (name.length > LONGEST_NAME)
    return [{ ...place, found: `the name has ${name.length} characters`, fix: `shorten it to ${LONGEST_NAME}` }];
  if (isServiceName(name, LONGEST_NAME)) return [];
  const suggestion = asDnsLabel(name);
  return [
    {
      ...place,
      found: `${quote(name)} is no DNS label`,
      fix: `write lower-case letters, digits and -, beginning with a letter${isServiceName(suggestion, LONGEST_NAME) ? `: ${suggestion}` : ''}`,
    },
  ];
};

interface Form {
  /** Below the contract. */
  readonly place: string;
  readonly table: (contract: PlainContract) => object | undefined;
  readonly fits: (name: string) => boolean;
  readonly form: string;
}
const LABEL = {
  fits: (name: string) => isDnsLabel(name),
  form: 'lower-case letters, digits and -, at most 63, with a letter or digit at both ends',
};
const VARIABLE = { fits: isVariableName, form: 'letters, digits and _, not beginning with a digit' };
const FORMS: readonly Form[] = [
  {
    place: 'ports',
    table: ({ ports }) => ports,
    fits: isPortName,
    form: 'at most 15 lower-case letters, digits and single hyphens, a letter among them',
  },
  { place: 'volumes', table: ({ volumes }) => volumes, ...LABEL },
  { place: 'oneOffs', table: ({ oneOffs }) => oneOffs, ...LABEL },
  { place: 'env', table: ({ env }) => env, ...VARIABLE },
  {
    place: 'image.build.arguments',
    table: ({ image }) => (image.kind === 'built' ? image.build.arguments : undefined),
    ...VARIABLE,
  },
  {
    place: 'files',
    table: ({ files }) => files,
    fits: isFileKey,
    form: 'letters, digits, -, _ and ., not beginning with two dots',
  },
];
