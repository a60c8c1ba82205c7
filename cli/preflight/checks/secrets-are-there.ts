import { composedValue } from '../../../constructs/composed-value';
import { keysOfSecret } from '../../../constructs/keys-of-secret';
import { type SecretUse, secretBehind } from '../../../constructs/secret-uses';
import { storeOf } from '../../../constructs/store-entries';
import type { PlacedSystem } from '../../../contracts/placed';
import { findingsOf } from '../../../contracts/rule';
import { FORBIDDEN } from '../../cluster/read';
import { VALUE_RULES } from '../../secrets/rules';
import { both, curedBy, curedByHand, good, type Lack, lacking, NOTHING, noted } from '../outcome';
import { type SecretsThere, secretsThere } from '../secret-values';
import { secretsCure } from '../secrets-cure';
import { namespaceOf, type SystemCheck } from '../view';

/** Each key of each Secret is there, and its value keeps the rules. */
export const secretsAreThere: SystemCheck = {
  id: 'secrets',
  look: async (view, made) => ((await namespaceOf(view, made.chart.placed.name)) === undefined ? NOTHING : lookForSecrets(view, made)),
};

export const lookForSecrets: SystemCheck['look'] = async (view, { chart: { placed } }) => {
  const there = await secretsThere(view, placed);
  if (there.uses.length === 0) return good(`${placed.name} reads no secret`);
  if ([...there.objects.values()].includes(FORBIDDEN))
    return noted(`whether the Secrets of ${placed.name} are complete cannot be known: you may not get them`);
  const problems = there.uses.map((use) => ({ use, texts: problemsOf(placed, use, there) }));
  const broken = problems.filter(({ texts }) => texts.length > 0);
  if (broken.length === 0) return good(...[...there.objects.keys()].map((object) => `Secret ${object}: ${keysIn(there, object)}`));

  const sound = new Set(
    Object.keys(placed.system.secrets).filter((name) => {
      const holding = problems.filter(({ use }) => secretBehind(placed, use.value) === name);
      return holding.some(({ use }) => there.valueAt(use) !== undefined) && holding.every(({ use, texts }) => !isBad(use, texts, there));
    }),
  );
  const gone = [...there.objects].filter(([, found]) => found === undefined).map(([object]) => object);
  const delivery = storeOf(placed);
  if (delivery !== undefined) {
    const { notWritten, storeCure } = require('../stored-secrets') as typeof import('../stored-secrets');
    const missing = await Promise.all(gone.map((object) => notWritten(view, placed, delivery, object, waits(placed, there.uses, object))));
    const wrong = broken
      .filter(({ use }) => !gone.includes(use.object))
      .flatMap(({ use, texts }) => texts.map(({ what, why }) => curedByHand(what, why, storeCure(placed, delivery, use.object))));
    return both(...missing, lacking(...wrong));
  }
  const cure = secretsCure({ placed, there, sound, kubectl: view.kubectl });
  return lacking(
    ...gone.map((object): Lack => {
      const keys = `Secret ${object} is not there; it holds ${keysIn(there, object)}`;
      return curedBy(keys, waits(placed, there.uses, object), cure);
    }),
    ...broken
      .filter(({ use }) => !gone.includes(use.object))
      .flatMap(({ texts }) => texts.map(({ what, why }) => curedBy(what, why, cure))),
  );
};

interface Problem {
  readonly what: string;
  readonly why: string;
}
const problemsOf = (placed: PlacedSystem, use: SecretUse, { uses, valueAt }: SecretsThere): readonly Problem[] => {
  const { container, variable, object, key } = use;
  const value = valueAt(use);
  const description = container.contract.env?.[variable]?.description ?? variable;
  const why = waits(placed, [use], object);
  if (value === undefined) return [{ what: `Secret ${object} has no key ${key} (${description}, ${container.contract.document})`, why }];
  if (value === '')
    return [{ what: `Secret ${object}: the value of ${key} is empty (${description}, ${container.contract.document})`, why }];
  const name = secretBehind(placed, use.value);
  const origin = name === undefined ? undefined : placed.system.secrets[name];
  const beside = (other: string): string | undefined => {
    const own = uses.find((one) => one.container === container && one.variable === other);
    if (own !== undefined) return valueAt(own);
    const given = container.given[other];
    return given === undefined ? undefined : composedValue(placed, container, given.value, new Map());
  };
  const called = (name === undefined ? undefined : keysOfSecret(placed, uses, name)[0]) ?? variable;
  const subject = { placed, use, value, key: called, beside, ...(origin === undefined ? {} : { origin }) };
  return findingsOf(VALUE_RULES, subject).map(({ found, fix, rule }) => ({
    what: `Secret ${object}: ${found} [${rule}]`,
    why: `the contract of ${container.at} (${container.contract.document}) wants it otherwise; ${fix}`,
  }));
};
const isBad = (use: SecretUse, texts: readonly Problem[], { valueAt }: SecretsThere): boolean =>
  texts.length > 0 && valueAt(use) !== undefined;

const keysIn = ({ uses }: SecretsThere, object: string): string =>
  [...new Set(uses.filter((use) => use.object === object).map(({ key }) => key))].join(', ');
const waits = (placed: PlacedSystem, uses: readonly SecretUse[], object: string): string => {
  const names = [...new Set(uses.filter((use) => use.object === object).map(({ container }) => container.contract.name))].join(', ');
  return `pods of ${names} in ${placed.name} stay in CreateContainerConfigError until it is there`;
};
