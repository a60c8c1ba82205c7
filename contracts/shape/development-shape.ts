import type { ContainerDevelopment, Development, SourceMount, StandIn } from '../development';
import { said } from './said-shape';
import { fields, formOf, list, maybe, number, oneOf, type SomeShape, table, text } from './shape';
import { path, words } from './units-shape';

const mount = fields<SourceMount>({ from: formOf('a path below the repository: "./backend/app"'), to: path, purpose: text });
const container = fields<ContainerDevelopment>({
  containerName: maybe(said(text)),
  command: maybe(said(words)),
  healthcheck: maybe(said(text)),
  mounts: maybe(table(said(mount))),
  arguments: maybe(table(said(text))),
  given: maybe(table(maybe(said(text)))) as SomeShape,
  fromDotenv: maybe(list(text)),
  without: maybe(said(list(text))),
  besides: maybe(table(said(text))),
  publishes: maybe(list(text)),
  after: maybe(list(text)),
});
const standIn = fields<StandIn>({
  image: formOf('an image with its tag: "postgres:15-alpine"'),
  purpose: text,
  command: words,
  healthcheck: words,
  user: fields<StandIn['user']>({ uid: number, gid: number }),
});
export const development = fields<Development>({
  containers: maybe(table(maybe(container))) as SomeShape,
  secrets: maybe(table(maybe(text))) as SomeShape,
  jobs: maybe(said(oneOf('before the start', 'by hand'))),
  standIns: maybe(table(said(standIn))),
});
