import type { Contract, Election, External, OneOff, Process, Resources, User } from '../container';
import type { Port } from '../ports';
import type { Variable } from '../variables';
import type { ConfigFile, Volume } from '../volumes';
import { health } from './health-shape';
import { image } from './image-shape';
import { addable, said } from './said-shape';
import { always, chosenBy, fields, list, maybe, number, oneOf, table, text, textOrNumber } from './shape';
import { cpu, duration, memory, path, words } from './units-shape';

type Needs = NonNullable<Contract['needs']>;

const user = fields<User>({ name: maybe(text), uid: said(number), gid: said(number), volumesGid: maybe(said(number)) });
const port = fields<Port>({ number: said(number), protocol: oneOf('TCP', 'UDP'), purpose: text, lasts: maybe(said(duration)) });
const variable = fields<Variable>({
  need: oneOf('required', 'optional', 'required secret', 'optional secret', 'set by image', 'at build'),
  description: text,
  default: maybe(text),
  oneOf: maybe(list(text)),
  example: maybe(text),
  minLength: maybe(number),
  source: maybe(oneOf('configuration')),
  alsoAtBuild: maybe(always),
});
const volume = fields<Volume>({
  kind: oneOf('scratch', 'memory', 'persistent'),
  path: said(path),
  purpose: text,
  need: oneOf('required', 'recommended'),
  atMost: maybe(said(memory)),
});
const content = chosenBy<ConfigFile['content'], 'format'>('format', {
  'name = value': fields({ format: oneOf('name = value'), settings: table(said(textOrNumber)) }),
  'as it is': fields({ format: oneOf('as it is'), text }),
});
const file = fields<ConfigFile>({ path, purpose: text, need: oneOf('required', 'optional'), content, arguments: maybe(said(words)) });
export const resources = fields<Resources>({
  requests: fields<Resources['requests']>({ cpu, memory }),
  limits: fields<Resources['limits']>({ cpu: maybe(cpu), memory }),
});
const process = fields<Process>({
  entrypoint: maybe(said(words)),
  command: maybe(said(words)),
  stopSignal: said(oneOf('SIGTERM', 'SIGINT', 'SIGQUIT')),
  stopsWithin: said(duration),
  drain: maybe(said(words)),
});
const oneOff = fields<OneOff>({ run: words, purpose: text, resources: maybe(said(resources)) });
const external = fields<External>({ what: text, host: said(text), port: said(number), where: oneOf('internet', 'anywhere') });
const election = fields<Election>({
  why: text,
  serves: text,
  talks: list(text),
  marks: table(text),
  group: text,
  follower: table(text),
  records: oneOf('endpoints', 'config maps'),
});
export const contract = fields<Contract>({
  name: text,
  document: text,
  title: text,
  image,
  user: said(user),
  ports: maybe(addable(table(said(port)))),
  env: maybe(addable(table(said(variable)))),
  health,
  volumes: maybe(table(said(volume))),
  files: maybe(table(said(file))),
  resources: said(resources),
  process,
  oneOffs: maybe(table(said(oneOff))),
  runs: oneOf('until stopped', 'to completion'),
  needs: maybe(fields<Needs>({ external: maybe(table(said(external))), election: maybe(said(election)) })),
});
