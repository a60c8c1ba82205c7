import { FORBIDDEN, readList } from '../../cluster/read';
import { at, textOf } from '../../diff/json';
import { shellWord } from '../../shell-word';
import { curedByHand, good, type Lack, lacking } from '../outcome';
import { type ClusterCheck, namespaceOf, type View } from '../view';

const LABEL = 'waybill/target';
const labelOf = (namespace: unknown): string => textOf(at(namespace as never, 'metadata', 'labels', LABEL));

/** A cluster in which any namespace carries another target's label belongs to that one: both use the same names. */
export const clusterIsTheTargets: ClusterCheck = {
  id: 'target',
  look: async (view) => {
    const { server, target, targets } = view;
    const others = (await labelled(view)).filter(({ label }) => label !== '' && label !== target.name);
    const lacks = others.map(({ name, label }) => wrong(view, `namespace ${name} carries ${LABEL}=${label}`, label));
    if (lacks.length === 0 && server.context !== target.name && targets.includes(server.context)) {
      return lacking(wrong(view, `context ${server.context} is called like another target`, server.context));
    }
    return lacks.length > 0 ? lacking(...lacks) : good(`no namespace belongs to another target than ${target.name}`);
  },
};

const labelled = async (view: View): Promise<readonly { readonly name: string; readonly label: string }[]> => {
  const all = await readList(view.server, `/api/v1/namespaces?labelSelector=${encodeURIComponent(LABEL)}`);
  const found =
    all === FORBIDDEN || all === undefined
      ? await Promise.all(view.systems.map(({ chart: { placed } }) => namespaceOf(view, placed.name)))
      : all;
  return found.flatMap((one) =>
    one === undefined || one === FORBIDDEN ? [] : [{ name: textOf(at(one, 'metadata', 'name')), label: labelOf(one) }],
  );
};

const wrong = ({ target, server, systems, targets }: View, what: string, label: string): Lack => {
  const system = systems.length === 1 ? systems[0]?.chart.placed.name : '--all';
  const right = targets.includes(label)
    ? `; or for this cluster: npx waybill preflight ${system} --target ${shellWord(label)} --context ${shellWord(server.context)}`
    : '';
  return curedByHand(
    `${what}, so this cluster is not ${target.name}’s`,
    `both targets use the same names: apply would overwrite what runs there for ${label}`,
    `name the context of ${target.name}: --context NAME; kubectl config get-contexts lists them${right}`,
  );
};
