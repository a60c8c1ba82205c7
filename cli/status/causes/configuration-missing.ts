import { secretUses } from '../../../constructs/secret-uses';
import { at, textOf } from '../../diff/json';
import type { Cause } from '../cause';
import { contractWords } from '../contract-words';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import type { Workload } from '../workload';
import { containersOf, type LiveContainer, placeOf } from './containers-of';

const KEY = /couldn't find key (\S+) in Secret \S*?([^/\s]+)$/;
const SECRET = /secret "([^"]+)" not found/;

/** A Secret or one of its keys is not there, or the container may not start as it is told to. */
export const configurationMissing = (workload: Workload, _: Snapshot, setting: Setting): readonly Cause[] =>
  containersOf(workload, setting)
    .filter(({ status }) =>
      /^(CreateContainerConfigError|CreateContainerError|RunContainerError)$/.test(textOf(at(status, 'state', 'waiting', 'reason'))),
    )
    .map((container) => causeOf(workload, container, setting));

const causeOf = (workload: Workload, container: LiveContainer, setting: Setting): Cause => {
  const message = textOf(at(container.status, 'state', 'waiting', 'message'));
  const uses = secretUses(setting.made.chart.placed).filter((use) => use.container === container.placed);
  const [, key, inSecret] = KEY.exec(message) ?? [];
  const [, gone] = SECRET.exec(message) ?? [];
  const where = placeOf(workload, container);
  const env = (variables: readonly string[]) =>
    variables
      .flatMap((variable) => contractWords(setting, workload.manifest, `containers[${container.name}].env[${variable}]`))
      .slice(0, 3);
  if (key !== undefined) {
    const use = uses.find((one) => one.object === inSecret && one.key === key);
    const description = use === undefined ? '' : ` (${use.container.contract.env?.[use.variable]?.description ?? use.variable})`;
    const what = `Secret ${setting.mask(inSecret ?? '')} has no key ${setting.mask(key)}${description}`;
    return { at: where, what, contract: use === undefined ? [] : env([use.variable]), cure: setting.preflight };
  }
  if (gone !== undefined) {
    const own = uses.filter((one) => one.object === gone);
    const keys = own.length === 0 ? '' : `; it holds ${own.map((one) => one.key).join(', ')}`;
    return {
      at: where,
      what: `Secret ${setting.mask(gone)} is not there${keys}`,
      contract: env(own.map((one) => one.variable)),
      cure: setting.preflight,
    };
  }
  return {
    at: where,
    what: `it cannot be started as its contract wants it: ${setting.mask(message)}`,
    contract: /runAsNonRoot|non-root|numeric/.test(message) ? contractWords(setting, workload.manifest, 'securityContext.runAsUser') : [],
    cure: 'build the image as its contract says, and load or push it again',
  };
};
