import type { PlainTarget } from '../plain';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { AllSubject, Problem, Rule } from '../rule';
import { milliseconds } from '../units';

export const secretStoresAreUsable: Rule<AllSubject> = {
  id: 'secret-stores-are-usable',
  promise:
    'A store of secrets has a name that an object can have, an entry for each system alone, and is asked for new values now and then.',
  source: 'https://external-secrets.io/latest/api/externalsecret/',
  problems: ({ targets }) => flatMap(targets, problemsOf),
};
const NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const KNOWN = ['{target}', '{system}', '{key}'];

const problemsOf = ({ name, images, secrets }: PlainTarget): readonly Problem[] => {
  if (secrets?.from !== 'external-secrets') return [];
  const at = `${name}.secrets`;
  const { store, entry, registryEntry, refreshEvery } = secrets;
  const pullSecret = images.from === 'registry' ? images.pullSecret : undefined;
  return [
    ...(NAME.test(store.name)
      ? []
      : [{ at: `${at}.store.name`, found: `${quote(store.name)} is no name of an object`, fix: `write the ${store.kind}’s own name` }]),
    ...entryProblems(`${at}.entry`, entry),
    ...(registryEntry === undefined ? [] : entryProblems(`${at}.registryEntry`, registryEntry)),
    ...(entry.includes('{system}')
      ? []
      : [
          {
            at: `${at}.entry`,
            found: `${quote(entry)} is one entry for all systems, which would read each other’s secrets`,
            fix: 'write {system} into it: {target}/{system}',
          },
        ]),
    ...(registryEntry === undefined || pullSecret !== undefined
      ? []
      : [{ at: `${at}.registryEntry`, found: 'no image is pulled with a secret', fix: 'remove it, or name images.pullSecret' }]),
    ...((milliseconds(refreshEvery) ?? 0) > 0
      ? []
      : [{ at: `${at}.refreshEvery`, found: `${quote(refreshEvery)} would never ask again`, fix: 'write a duration above nothing: 1h' }]),
  ];
};
const entryProblems = (at: string, entry: string): readonly Problem[] => {
  const unknown = (entry.match(/\{[^}]*\}?/g) ?? []).filter((one) => !KNOWN.includes(one));
  if (unknown.length > 0)
    return unknown.map((one) => ({ at, found: `${quote(one)} stands for nothing`, fix: `write ${KNOWN.join(', ')} or plain text` }));
  return /^[!-~]{1,512}$/.test(entry)
    ? []
    : [{ at, found: `${quote(entry)} is no entry of a store`, fix: 'write 1 to 512 characters without spaces' }];
};
