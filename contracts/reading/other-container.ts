import { idOf, type PlainSystem } from '../plain';
import { didYouMean } from './did-you-mean';

/** What to do about a container that is not in the system. Names are compared, not documents: those are all alike. */
export const otherContainer = ({ contracts }: PlainSystem, id: string): string => {
  const idByName = new Map(Object.values(contracts).map((contract) => [contract.name, idOf(contract)]));
  const [name = id] = id.split(' (');
  return idByName.has(name)
    ? `refer to ${idByName.get(name)}, which is there, or call this one something else and add it to containers`
    : didYouMean(name, [...idByName.keys()], 'add it to containers');
};
