import { flatMap } from '../reading/flat-map';
import { resourceProblems } from '../reading/resource-problems';
import { resourcesOf } from '../reading/resources-of';
import type { ContractSubject, Rule } from '../rule';

export const resourcesFit: Rule<ContractSubject> = {
  id: 'resources-fit',
  promise: 'CPU and memory are quantities above nothing, and no request is above its limit.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  problems: ({ at, contract }) => flatMap(resourcesOf(contract), (one) => resourceProblems(`${at}.${one.at}`, one.resources)),
};
