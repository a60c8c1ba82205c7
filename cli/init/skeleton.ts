import { asDnsLabel } from '../../contracts/reading/as-dns-label';
import { ask, type Code, call, callsIn, fields, print, raw, text, words } from './code';
import type { ComposeFacts } from './compose-facts';
import { healthCode, portName } from './health-code';
import { imageCode } from './image-code';
import type { ImageFacts } from './image-facts';
import { variablesCode } from './variables-code';

export interface SkeletonInput {
  readonly image: ImageFacts;
  readonly compose?: ComposeFacts;
  readonly name: string;
  /** Relative to the repository's root. */
  readonly dockerfile: string;
  readonly context: string;
  /** Where the language is, from where the file will lie. */
  readonly language: string;
}

const LOWEST_UNPRIVILEGED = 1024;
const EXAMPLE_USER = 10_001;
const STOPS = ['SIGTERM', 'SIGINT', 'SIGQUIT'];

const userCode = ({ name, uid, gid }: ImageFacts['user']): Code => {
  const number = (value: number | undefined, question: string) =>
    value === undefined
      ? ask(question, raw(EXAMPLE_USER))
      : value === 0
        ? ask('The image runs as root. Which user could it be?', raw(EXAMPLE_USER))
        : raw(value);
  return fields({
    ...(name === undefined || uid === 0 ? {} : { name: text(name) }),
    uid: number(uid, 'Which user ID does the image run as?'),
    gid: number(gid ?? (uid === 0 ? 0 : undefined), 'Which group ID does the image run as?'),
  });
};
const portsCode = (ports: ImageFacts['ports']): Code => {
  const taken = new Set(ports.map(({ number }) => number));
  return fields(
    Object.fromEntries(
      ports.map((port) => {
        const { number, isUdp } = port;
        let free = number + 8000;
        while (taken.has(free)) free += 1;
        taken.add(free);
        const said =
          number < LOWEST_UNPRIVILEGED
            ? ask(`It listens on ${number}, for which a process needs root. On which port could it listen?`, raw(free))
            : raw(number);
        return [portName(port, ports), call(isUdp ? 'udp' : 'tcp', said, text('EXPOSE of the Dockerfile'))];
      }),
    ),
  );
};
/** A system of one container, as TypeScript for systems/. Values of secrets are never in it. */
export const skeleton = ({ image, compose, name, dockerfile, context, language }: SkeletonInput): string => {
  const system = asDnsLabel(name);
  const baked = image.arguments;
  const { env, given, keys } = variablesCode(image, compose);
  const ports = image.ports.length > 0 ? image.ports : [...new Set(compose?.ports)].map((number) => ({ number, isUdp: false }));
  const stop = image.stopSignal?.replace(/^(?!SIG)/, 'SIG');
  const volumes = image.volumes.map((path, index): [string, Code] => [
    `data${index === 0 ? '' : index + 1}`,
    ask(`Must ${path} outlive the container? scratch(…) if not.`, call('persistent', text(path), text('VOLUME of the Dockerfile'))),
  ]);
  const external = (compose?.neighbours ?? []).map(({ name: other, image: what, port }): [string, Code] => [
    asDnsLabel(other),
    fields({
      what: text(what ?? other),
      host: ask(
        `Where is ${other}? In a container of this system: then it is one more contract, and a talk.`,
        text(`${asDnsLabel(other)}.example.com`),
      ),
      port: port === undefined ? ask(`On which port does ${other} answer?`, raw(443)) : raw(port),
      where: text('anywhere'),
    }),
  ]);
  const contract = fields({
    name: text(system),
    document: text(dockerfile),
    title: text(compose?.service ?? name),
    image: imageCode(image, { compose, system, dockerfile, context, baked }),
    user: userCode(image.user),
    ...(ports.length === 0 ? {} : { ports: portsCode(ports) }),
    ...(Object.keys(env).length === 0 ? {} : { env: fields(env) }),
    health: healthCode(image, ports),
    volumes: fields({
      ...Object.fromEntries(volumes),
      tmp: call(
        'added',
        call('scratch', text('/tmp'), text('Temporary files'), fields({ atMost: text('64Mi') })),
        text('The root is read-only; most programs expect it.'),
      ),
    }),
    resources: ask(
      'How much does it need, and how much may it take?',
      fields({
        requests: fields({ cpu: text('100m'), memory: text('128Mi') }),
        limits: fields({ cpu: text('500m'), memory: text('512Mi') }),
      }),
    ),
    process: fields({
      ...(image.entrypoint === undefined ? {} : { entrypoint: words(image.entrypoint) }),
      ...(image.command === undefined ? {} : { command: words(image.command) }),
      stopSignal: STOPS.includes(stop ?? '')
        ? text(stop as string)
        : call('added', text('SIGTERM'), text('What Docker and Kubernetes send where nobody says another.')),
      stopsWithin: ask('How long may it take to stop?', text('30s')),
    }),
    ...(external.length === 0 ? {} : { needs: fields({ external: fields(Object.fromEntries(external)) }) }),
    runs: text('until stopped'),
  });
  const made = fields({
    name: text(system),
    containers: fields({ app: raw('app') }),
    ...(keys.size === 0 ? {} : { secrets: raw('keys') }),
    given: fields(given.length === 0 ? {} : { app: fields(Object.fromEntries(given)) }),
  });
  const keysCode = call(
    'secrets',
    fields(Object.fromEntries([...keys].map(([key, short]) => [short, call('fromOwner', text(`${key} of the compose file`))]))),
  );
  const parts = [
    { name: 'export const app', code: call('container', contract) },
    ...(keys.size === 0 ? [] : [{ name: 'const keys', code: keysCode }]),
    { name: 'export const made', code: call('system', made) },
  ];
  const used = [...new Set(parts.flatMap(({ code }) => callsIn(code)))].sort();
  return [
    '// A beginning, made from what was there. Replace each owner(…) by a plain value; npx cdk8s synth lists those that are left.',
    `import { ${used.join(', ')} } from ${print(text(language))};`,
    ...parts.map(({ name: called, code }) => `\n${called} = ${print(code)};`),
    '',
  ].join('\n');
};
