import type { SynthesizedSystem } from '../../../constructs/synthesize';
import { FORBIDDEN } from '../../cluster/read';
import { at, type Json, objectOf, textOf } from '../../diff/json';
import { both, curedBy, good, type Lack, lacking, noted } from '../outcome';
import { fileOf, namespaceOf, type SystemCheck, type View } from '../view';
import { lookForCertificates } from './certificates-are-there';
import { lookForPullSecret } from './pull-secret-is-there';
import { lookForSecrets } from './secrets-are-there';

/** The labels that matter: whose it is, and what its pods may do. */
const isKept = (label: string): boolean => label.startsWith('pod-security.kubernetes.io/') || label === 'waybill/target';

export const namespaceIsReady: SystemCheck = {
  id: 'namespace',
  look: async (view, made) => {
    const { name, target } = made.chart.placed;
    // The label of the target stands on the namespace alone, so the selector leaves all else out.
    const cure = `${view.kubectl} apply -f ${fileOf(made)} -l waybill/target=${target.name}`;
    const found = await namespaceOf(view, name);
    if (found === FORBIDDEN) return noted(`whether namespace ${name} is as it should be cannot be known: you may not get it`);
    if (found === undefined) return lacking(await missing(view, made, cure));
    if (at(found, 'metadata', 'deletionTimestamp') !== undefined) {
      const wait = `${view.kubectl} wait --for=delete namespace/${name} --timeout=5m\n${cure}`;
      return lacking(curedBy(`namespace ${name} is being deleted`, 'nothing can be made in it until it is gone', wait));
    }
    const wanted = Object.entries(objectOf(at(made.manifests.find(({ kind }) => kind === 'Namespace') as Json, 'metadata', 'labels')));
    const labels = objectOf(at(found, 'metadata', 'labels'));
    const wrong = wanted
      .filter(([label, value]) => isKept(label) && labels[label] !== value)
      // Another target's label has a check of its own, which does not overwrite it.
      .filter(([label]) => label !== 'waybill/target' || labels[label] === undefined)
      .map(([label, value]) => `${label} is ${textOf(labels[label]) || 'missing'} and should be ${value}`);
    return wrong.length === 0
      ? good(`namespace ${name} carries its PodSecurity labels`)
      : lacking(curedBy(`namespace ${name}: ${wrong.join('; ')}`, 'without them a pod below the restricted profile would be let in', cure));
  },
};

/** What belongs into it is missing as well, and is one lack with it: the cure makes all of it. */
const missing = async (view: View, made: SynthesizedSystem, cure: string): Promise<Lack> => {
  const looks = [lookForSecrets, lookForPullSecret, lookForCertificates].map((look) => look(view, made));
  const { lacks } = both(...(await Promise.all(looks)));
  const { name } = made.chart.placed;
  const what = [`namespace ${name} is not there`, ...lacks.map((lack) => lack.what)].join('; ');
  return curedBy(
    what,
    'its pods need what lies in it before they start',
    [...new Set([cure, ...lacks.map((lack) => lack.cure)])].join('\n'),
  );
};
