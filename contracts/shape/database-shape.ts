import type {
  Backup,
  CloudNativePgDatabase,
  Database,
  ExternalDatabase,
  PatroniDatabase,
  Pooler,
  Recovery,
  Selected,
  SingleServer,
} from '../database';
import { resources } from './contract-shape';
import { said } from './said-shape';
import { chosenBy, fields, formOf, maybe, number, oneOf, table, text } from './shape';
import { memory } from './units-shape';

const selected = fields<Selected>({ namespace: said(text), labels: maybe(table(text)) });
const pooler = fields<Pooler>({
  instances: number,
  mode: oneOf('session', 'transaction'),
  clients: number,
  connections: number,
  resources,
});
const backup = fields<Backup>({
  store: said(text),
  schedule: formOf<Backup['schedule']>('a schedule: "30 2 * * *"'),
  port: number,
  where: oneOf('internet', 'anywhere'),
  archive: maybe(text),
});
const recovery = fields<Recovery>({ store: said(text), archive: text, until: maybe(text) });

export const database = chosenBy<Database, 'engine'>('engine', {
  'stateful-set': fields<SingleServer>({ engine: oneOf('stateful-set') }),
  external: fields<ExternalDatabase>({
    engine: oneOf('external'),
    host: said(text),
    port: maybe(said(number)),
    sslmode: oneOf('require', 'verify-ca', 'verify-full'),
    where: oneOf('internet', 'anywhere'),
  }),
  patroni: fields<PatroniDatabase>({ engine: oneOf('patroni'), system: text, members: maybe(number) }),
  'cloudnative-pg': fields<CloudNativePgDatabase>({
    engine: oneOf('cloudnative-pg'),
    image: said(formOf<`${string}:${string}`>('an image and its tag: "postgresql:15.14"')),
    instances: number,
    wal: memory,
    operator: selected,
    metrics: maybe(selected),
    pooler: maybe(pooler),
    backup: maybe(backup),
    recovery: maybe(recovery),
  }),
});
