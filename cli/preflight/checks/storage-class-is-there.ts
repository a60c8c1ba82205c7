import type { JsonObject } from '../../cluster/kube-server';
import { FORBIDDEN, readList } from '../../cluster/read';
import { at, textOf } from '../../diff/json';
import { shellWord } from '../../shell-word';
import { curedBy, curedByHand, good, lacking, NOTHING, noted } from '../outcome';
import type { ClusterCheck } from '../view';

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';
const WHY = 'volume claims stay Pending without it, and with them the pods of every database';

export const storageClassIsThere: ClusterCheck = {
  id: 'storage',
  look: async ({ server, systems, target, kubectl }) => {
    if (!systems.some(({ chart: { placed } }) => placed.containers.some(({ storage }) => Object.keys(storage).length > 0))) return NOTHING;
    const classes = await readList(server, '/apis/storage.k8s.io/v1/storageclasses');
    if (classes === FORBIDDEN) return noted('which StorageClasses there are cannot be known: you may not list them');
    const names = (classes ?? []).map((one) => textOf(at(one, 'metadata', 'name')));
    const wanted = target.storage.class;
    if (wanted === 'default') {
      const marked = (classes ?? []).filter(isDefault).map((one) => textOf(at(one, 'metadata', 'name')));
      if (marked.length > 0) return good(`StorageClass ${marked.join(', ')} is the default`);
      const [first] = names;
      const what = 'no StorageClass is the default';
      return lacking(
        first === undefined
          ? curedByHand(what, WHY, 'install a storage provisioner; on Minikube: minikube addons enable default-storageclass')
          : curedBy(what, WHY, `${kubectl} annotate storageclass ${shellWord(first)} ${DEFAULT}=true --overwrite`),
      );
    }
    if (names.includes(wanted)) return good(`StorageClass ${wanted}`);
    const fix = `write ${names.length === 0 ? 'the class of this cluster' : names.join(' or ')} as storage.class in targets/${target.name}.ts, then npx cdk8s synth; or let whoever runs the cluster make ${wanted}`;
    return lacking(curedByHand(`StorageClass ${wanted} is not there`, WHY, fix));
  },
};
const isDefault = (one: JsonObject): boolean => at(one, 'metadata', 'annotations', DEFAULT) === 'true';
