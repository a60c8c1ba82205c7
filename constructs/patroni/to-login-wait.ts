import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { DATABASE, PASSWORD, USER } from '../../contracts/reading/postgres-of';
import { type Explained, rule, say } from '../explained';
import type { k8s } from '../k8s';
import { addressVariables, variableOf } from './variables';

const SCRIPT = `until psql -qAtc 'select 1' >/dev/null; do echo "waiting for $PGDATABASE at $PGHOST:$PGPORT"; sleep 2; done`;

/** Waits until the contract's user can log in to its database: members answer before they have either. */
export const toLoginWait = (
  placed: PlacedSystem,
  database: PlacedContainer,
  at: string,
): Pick<k8sContainer, 'name' | 'image' | 'command' | 'env'> => {
  const why = [at, database.served?.at ?? at, rule('waits-for-port')] as const;
  return {
    name: say(`wait-for-${database.role}`, ...why),
    image: say(database.image.reference, ...(database.image.at as [string, ...string[]]), rule('waits-for-port')),
    command: ['sh', '-c', SCRIPT].map((word) => say(word, ...why)),
    env: [
      ...addressVariables(placed, database, why),
      variableOf(placed, database, USER, 'PGUSER', why),
      variableOf(placed, database, DATABASE, 'PGDATABASE', why),
      variableOf(placed, database, PASSWORD, 'PGPASSWORD', why),
    ],
  };
};
type k8sContainer = Exclude<Explained<k8s.Container>, { readonly value: unknown }>;
