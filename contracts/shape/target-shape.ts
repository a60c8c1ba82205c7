import type { AnySettings, Exposure, Patch, Peers, Placement, Target, Versions } from '../target';
import { autoscaling } from './autoscaling-shape';
import { resources } from './contract-shape';
import { database } from './database-shape';
import { said } from './said-shape';
import { secretDelivery } from './secret-store-shape';
import { anything, chosenBy, fields, formOf, list, maybe, number, oneOf, type Shape, type SomeShape, table, text, yesOrNo } from './shape';
import { memory } from './units-shape';

type ExposureOf<K extends Exposure['kind']> = Extract<Exposure, { readonly kind: K }>;
type Gateway = ExposureOf<'http-route'>['gateway'];
type Images = Target['images'];
type PublicUrls = Target['publicUrls'];
type Urls<K extends PublicUrls['kind']> = Extract<PublicUrls, { readonly kind: K }>;
type From<K extends Images['from']> = Extract<Images, { readonly from: K }>;

const patch = fields<Patch>({
  object: formOf<Patch['object']>('kind and name: "Deployment/todo-backend"'),
  at: formOf<Patch['at']>('a JSON pointer: "/spec/replicas"'),
  value: anything,
  because: text,
});
const settings = fields<AnySettings>({
  public: maybe(table(maybe(said(text)))),
  storage: maybe(table(maybe(table(maybe(memory))))),
  replicas: maybe(table(maybe(number))),
  autoscaling: maybe(table(maybe(autoscaling))),
  resources: maybe(table(maybe(said(resources)))),
  databases: maybe(table(maybe(database))),
  given: maybe(table(maybe(table<unknown>(maybe(said(text)) as SomeShape)))),
  patches: maybe(list(patch)),
});
const placement = fields<Placement>({ system: text, settings });

const peers = fields<Peers>({ namespace: said(text), labels: maybe(table(text)), ports: list(number) });
const exposure = chosenBy<Exposure, 'kind'>('kind', {
  'port-forward': fields<ExposureOf<'port-forward'>>({ kind: oneOf('port-forward') }),
  ingress: fields<ExposureOf<'ingress'>>({
    kind: oneOf('ingress'),
    class: said(text),
    controller: peers,
    tls: oneOf('secret', 'at the controller'),
    annotations: maybe(table(text)),
    lastsAnnotation: maybe(text),
  }),
  'http-route': fields<ExposureOf<'http-route'>>({
    kind: oneOf('http-route'),
    gateway: fields<Gateway>({ name: said(text), namespace: said(text) }),
    controller: peers,
  }),
});

export const target = fields<Target>({
  name: text,
  folder: text,
  place: oneOf('laptop', 'cluster'),
  images: chosenBy<Images, 'from'>('from', {
    'this machine': fields<From<'this machine'>>({ from: oneOf('this machine') }),
    registry: fields<From<'registry'>>({ from: oneOf('registry'), registry: said(text), pullSecret: maybe(text) }),
  }),
  secrets: maybe(secretDelivery),
  exposure,
  publicUrls: chosenBy<PublicUrls, 'kind'>('kind', {
    localhost: fields<Urls<'localhost'>>({ kind: oneOf('localhost') }),
    domain: fields<Urls<'domain'>>({ kind: oneOf('domain'), domain: said(text) }),
  }),
  replicas: fields<Target['replicas']>({ alike: number, elected: number }),
  spread: list(oneOf('nodes', 'zones')),
  disruptionBudgets: yesOrNo,
  dataAnnotations: maybe(table(text)),
  choosesNodes: yesOrNo,
  storage: fields<Target['storage']>({ class: said(text), size: memory, access: oneOf('ReadWriteOnce', 'ReadWriteOncePod') }),
  disk: maybe(fields<NonNullable<Target['disk']>>({ logs: memory })),
  optionalFiles: yesOrNo,
  dns: peers,
  clusterApiPorts: list(number),
  systems: list(placement),
});
export const versions: Shape<Versions> = table(table(fields<Versions[string][string]>({ tag: maybe(text), digest: maybe(text) })));
