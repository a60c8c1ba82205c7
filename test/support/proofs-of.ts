import { readClauses } from '../../cli/clauses/read-clauses';
import { ourSynthesis } from './our-synthesis';
import { type Place, placeOf, type TargetName } from './place';

type Targets = readonly [TargetName, ...TargetName[]];
export const both: Targets = ['minikube', 'production'];
export const onMinikube: Targets = ['minikube'];
export const inProduction: Targets = ['production'];

export interface Prover {
  /** What a reader of the manifests sees, at each of the targets. */
  readonly prove: (id: string, targets: Targets, assertion: (here: Place) => void) => void;
  /** The same for one field: `[id, targets, 'Deployment/todo-backend spec.replicas', 2]`. */
  readonly fields: (rows: readonly (readonly [id: string, targets: Targets, where: string, expected: unknown])[]) => void;
  /** What the function that decides it says; no target has a part in it. */
  readonly decide: (id: string, assertion: () => void) => void;
}

/** The proofs of a system's clauses. A clause about a manifest or a tag that has none fails, as does a proof of an unknown clause. */
export const proofsOf = (system: string, write: (prover: Prover) => void): void => {
  const clauses = readClauses(system);
  const proven = new Set<string>();
  const titleOf = (id: string): string => {
    const clause = clauses.find((one) => one.id === id);
    if (clause === undefined) throw new Error(`${id} is no clause of ${system}`);
    if (proven.has(id)) throw new Error(`${id} is proven twice`);
    proven.add(id);
    return `${id}: ${clause.says.replace(/^Derived: /, '')}`;
  };
  const prove: Prover['prove'] = (id, targets, assertion) => {
    const title = titleOf(id);
    for (const target of targets) it(`${title} [${target}]`, () => assertion(placeOf(system, target)));
  };

  describe(`The document of ${system}`, () => {
    write({
      prove,
      fields: (rows) => {
        for (const [id, targets, where, expected] of rows) prove(id, targets, ({ see }) => expect(see(where)).toEqual(expected));
      },
      decide: (id, assertion) => it(titleOf(id), assertion),
    });
    it('has a proof for each clause about a manifest or a tag', () => {
      const due = clauses.filter(({ where }) => where === 'manifest' || where === 'tag').map(({ id }) => id);

      expect(due.filter((id) => !proven.has(id))).toEqual([]);
    });
  });
};

/** The literal value of a clause that our data departs from; undefined: no deviation names the clause. */
export const departedFrom = (clause: string): string | number | undefined => {
  const departure = ourSynthesis().origins.find((origin) => origin.said === 'departure' && origin.clause === clause);
  return departure?.said === 'departure' ? departure.literal : undefined;
};
