import type { ComposeService, Told, ToldCommand, ToldHealthcheck, ToldVariable } from './compose-service';
import { entryAt, HOLE, isKnown, isNull, type MapNode, type Node, type Place, valueAt } from './node';
import type { ParsedVolume } from './parse-volume';
import { splitWords } from './split-words';

/** What env files add: name -> value, and whether one of them could not be read. */
export interface FromFiles {
  readonly values: ReadonlyMap<string, ToldVariable>;
  readonly isOpen: boolean;
}
const madeOf = (node: Node): { readonly isMade?: true } =>
  (node.kind === 'scalar' ? node.isMade : node.kind === 'list' && node.items.some((item) => madeOf(item).isMade)) ? { isMade: true } : {};
const told = (node: Node | undefined): Told | undefined =>
  node?.kind === 'scalar' && !isNull(node) ? { text: node.text, at: node.at, ...madeOf(node) } : undefined;
const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);
const listAt = (node: Node, key: string): readonly Node[] => {
  const value = valueAt(node, key);
  return value?.kind === 'list' ? value.items : [];
};
const toldAll = (node: Node, key: string): readonly Told[] => listAt(node, key).flatMap((item) => told(item) ?? []);
const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.text === 'true';

const commandAt = (node: Node, key: string): ToldCommand | undefined => {
  const value = valueAt(node, key);
  if (value === undefined) return undefined;
  if (value.kind === 'list') {
    const words = value.items.map((item) => (item.kind === 'scalar' ? item.text : HOLE));
    return { at: value.at, words, text: words.join(' '), ...madeOf(value) };
  }
  const line = told(value);
  return line === undefined ? undefined : { ...line, words: splitWords(line.text) ?? [HOLE] };
};
const buildOf = (node: Node): ComposeService['build'] => {
  const entry = entryAt(node, 'build');
  if (entry?.value.kind !== 'map') return undefined;
  const { at, value } = entry;
  const args = valueAt(value, 'args');
  const pairs = args?.kind === 'map' ? [...args.entries] : [];
  return {
    at,
    ...optional('context', told(valueAt(value, 'context'))),
    ...optional('dockerfile', told(valueAt(value, 'dockerfile'))),
    isInline: valueAt(value, 'dockerfile_inline') !== undefined,
    ...optional('target', told(valueAt(value, 'target'))),
    args: new Map(
      pairs.map(([name, { at: where, value: one }]) => [
        name,
        { at: where, value: isNull(one) || one.kind !== 'scalar' ? undefined : one.text, ...madeOf(one) },
      ]),
    ),
  };
};
const healthcheckOf = (node: Node): ToldHealthcheck | undefined => {
  const entry = entryAt(node, 'healthcheck');
  if (entry?.value.kind !== 'map') return undefined;
  const { at, value } = entry;
  const test = valueAt(value, 'test');
  const items = test?.kind === 'list' ? test.items.map((item) => (item.kind === 'scalar' ? item.text : HOLE)) : undefined;
  const [first, ...rest] = items ?? [];
  const plain = told(test);
  const asked =
    test === undefined
      ? undefined
      : items === undefined
        ? { at: test.at, isShell: true, words: [plain?.text ?? HOLE], ...madeOf(test) }
        : { at: test.at, isShell: first === 'CMD-SHELL', words: rest, ...madeOf(test) };
  return {
    at,
    isDisabled: isTrue(valueAt(value, 'disable')) || first === 'NONE',
    ...optional('test', asked),
    ...optional('interval', told(valueAt(value, 'interval'))),
    ...optional('timeout', told(valueAt(value, 'timeout'))),
    ...optional('startPeriod', told(valueAt(value, 'start_period'))),
    ...optional('retries', told(valueAt(value, 'retries'))),
  };
};
const portsOf = (node: Node): ComposeService['ports'] =>
  listAt(node, 'ports').map((item) => {
    const target = told(valueAt(item, 'target'));
    const number = target === undefined || !/^\d+$/.test(target.text) ? undefined : Number(target.text);
    return {
      at: item.at,
      ...optional('target', number),
      ...optional('published', told(valueAt(item, 'published'))?.text || undefined),
      ...optional('hostIp', told(valueAt(item, 'host_ip'))?.text),
      protocol: told(valueAt(item, 'protocol'))?.text ?? 'tcp',
    };
  });
const TYPES: readonly string[] = ['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image'];
const volumesOf = (node: Node): ComposeService['volumes'] =>
  listAt(node, 'volumes').map((item) => {
    const type = told(valueAt(item, 'type'))?.text ?? 'volume';
    const target = told(valueAt(item, 'target'))?.text;
    return {
      at: item.at,
      type: (TYPES.includes(type) ? type : 'unknown') as ParsedVolume['type'],
      ...optional('source', told(valueAt(item, 'source'))?.text),
      ...optional('target', target !== undefined && isKnown(target) ? target : undefined),
      readOnly: isTrue(valueAt(item, 'read_only')),
    };
  });
const dependsOnOf = (node: Node): ComposeService['dependsOn'] => {
  const value = valueAt(node, 'depends_on');
  const own = value?.kind !== 'map' ? [] : [...value.entries];
  return new Map([
    // Who shares something of another service waits for it, written or not.
    ...sharedWith(node).map(({ text, at }) => [text, { at, condition: 'service_started', isRequired: true }] as const),
    ...own.map(
      ([name, { at, value: one }]) =>
        [
          name,
          {
            at,
            condition: told(valueAt(one, 'condition'))?.text ?? 'service_started',
            isRequired: told(valueAt(one, 'required'))?.text !== 'false',
          },
        ] as const,
    ),
  ]);
};
const sharedWith = (node: Node): readonly Told[] => [
  ...toldAll(node, 'links').map((link) => ({ ...link, text: link.text.split(':', 1)[0] as string })),
  ...['network_mode', 'ipc', 'pid'].flatMap((key) => {
    const shared = told(valueAt(node, key));
    return shared?.text.startsWith('service:') ? [{ ...shared, text: shared.text.slice('service:'.length) }] : [];
  }),
  ...toldAll(node, 'volumes_from')
    .filter(({ text }) => !text.startsWith('container:'))
    .map((from) => ({ ...from, text: from.text.split(':', 1)[0] as string })),
];
const aliasesOf = (node: Node): readonly string[] => {
  const networks = valueAt(node, 'networks');
  const aliases = networks?.kind === 'map' ? [...networks.entries.values()].flatMap(({ value }) => toldAll(value, 'aliases')) : [];
  return [...aliases, ...(told(valueAt(node, 'hostname')) === undefined ? [] : [told(valueAt(node, 'hostname')) as Told])].map(
    ({ text }) => text,
  );
};
/** A service in one form as rules read it. */
export const toService = (
  name: string,
  at: Place,
  node: MapNode,
  files: FromFiles,
  isOpen: boolean,
  machine: (name: string) => string | undefined,
): ComposeService => {
  const said = valueAt(node, 'environment');
  const own = said?.kind === 'map' ? [...said.entries] : [];
  const environment = new Map(files.values);
  for (const [variable, { at: where, value }] of own) {
    const isInherited = isNull(value) || value.kind !== 'scalar';
    environment.set(
      variable,
      isInherited ? { at: where, value: machine(variable) ?? HOLE, isMade: true } : { at: where, value: value.text, ...madeOf(value) },
    );
  }
  return {
    name,
    at,
    isOpen,
    isProvided: valueAt(node, 'provider') !== undefined,
    ...optional('image', told(valueAt(node, 'image'))),
    ...optional('containerName', told(valueAt(node, 'container_name'))),
    ...optional('build', buildOf(node)),
    ...optional('command', commandAt(node, 'command')),
    ...optional('entrypoint', commandAt(node, 'entrypoint')),
    environment,
    isEnvironmentOpen: isOpen || files.isOpen || own.some(([variable]) => !isKnown(variable)),
    envFiles: listAt(node, 'env_file').flatMap((item) => told(valueAt(item, 'path')) ?? []),
    ports: portsOf(node),
    expose: toldAll(node, 'expose'),
    volumes: volumesOf(node),
    tmpfs: toldAll(node, 'tmpfs').map(({ text, at: where }) => ({ text: text.split(':', 1)[0] as string, at: where })),
    dependsOn: dependsOnOf(node),
    ...optional('healthcheck', healthcheckOf(node)),
    ...optional('user', told(valueAt(node, 'user'))),
    ...optional('readOnly', told(valueAt(node, 'read_only'))),
    ...optional('networkMode', told(valueAt(node, 'network_mode'))),
    aliases: aliasesOf(node),
    hasUnknownNames: aliasesOf(node).some((alias) => !isKnown(alias)),
    profiles: toldAll(node, 'profiles').map(({ text }) => text),
    mounts: [
      ...listAt(node, 'secrets').map((item) => mountOf(item, '/run/secrets/')),
      ...listAt(node, 'configs').map((item) => mountOf(item, '/')),
    ],
  };
};
const mountOf = (item: Node, folder: string): Told => {
  const [source, target] = [told(valueAt(item, 'source')), told(valueAt(item, 'target'))];
  const text = target?.text ?? source?.text ?? HOLE;
  return { text: text.startsWith('/') ? text : `${folder}${text}`, at: item.at };
};
