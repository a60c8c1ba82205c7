import { quantityValue } from '../../compare/quantity';
import { at, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { type Check, isDnsName, type Problem, problem } from './problem';

/** What ConfigMaps, Secrets, volumes and amounts must keep. */
export const dataProblems: Check = (object) => {
  const spec = objectOf(object.spec);
  switch (`${textOf(object.apiVersion)} ${textOf(object.kind)}`) {
    case 'v1 ConfigMap':
      return [...keyProblems(object.data, 'data'), ...keyProblems(object.binaryData, 'binaryData'), ...twoPlaces(object)];
    case 'v1 Secret':
      return [...keyProblems(object.data, 'data'), ...typeProblems(object)];
    case 'v1 PersistentVolumeClaim':
      return claimProblems(spec);
    case 'v1 PersistentVolume':
      return [...claimModes(spec), ...(at(spec, 'capacity', 'storage') === undefined ? [NO_CAPACITY] : [])];
    case 'v1 ResourceQuota':
      return Object.keys(objectOf(spec.hard))
        .filter((name) => !name.includes('/') && !QUOTAS.test(name))
        .map((name) => problem('spec.hard', `${name} is nothing a quota counts`, 'use requests.cpu, limits.memory, pods and the like'));
    default:
      return [];
  }
};
const QUOTAS =
  /^(?:(?:requests\.|limits\.)?(?:cpu|memory|ephemeral-storage)|(?:requests\.)?hugepages-.+|requests\.storage|storage|pods|services|replicationcontrollers|resourcequotas|secrets|configmaps|persistentvolumeclaims|services\.(?:nodeports|loadbalancers))$/;
const NO_CAPACITY = problem('spec.capacity', 'a volume has no capacity', 'add storage');

const KEY = /^[-._a-zA-Z0-9]{1,253}$/;
const keyProblems = (data: JsonObject[string], path: string): readonly Problem[] =>
  Object.keys(objectOf(data))
    .filter((key) => !KEY.test(key) || key === '.' || key.startsWith('..'))
    .map((key) => problem(path, `${key} is no name of a key`, 'use letters, digits, -, _ and .'));
const twoPlaces = ({ data, binaryData }: JsonObject): readonly Problem[] =>
  Object.keys(objectOf(data))
    .filter((key) => key in objectOf(binaryData))
    .map((key) => problem('binaryData', `${key} stands in data and in binaryData`, 'keep one'));

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};
const typeProblems = ({ type, data }: JsonObject): readonly Problem[] => [
  ...(NEEDED[textOf(type)] ?? [])
    .filter((key) => !(key in objectOf(data)))
    .map((key) => problem('data', `a Secret of type ${textOf(type)} has no ${key}`, 'add it, or make the type Opaque')),
  ...(type === 'kubernetes.io/basic-auth' && !('username' in objectOf(data)) && !('password' in objectOf(data))
    ? [problem('data', 'a Secret of type kubernetes.io/basic-auth has neither username nor password', 'add one')]
    : []),
];

const claimModes = ({ accessModes }: JsonObject): readonly Problem[] => {
  const modes = listOf(accessModes);
  if (modes.length === 0) return [problem('spec.accessModes', 'no access mode is named', 'ReadWriteOnce')];
  return modes.length > 1 && modes.includes('ReadWriteOncePod')
    ? [problem('spec.accessModes', 'ReadWriteOncePod stands beside another mode', 'keep one')]
    : [];
};
const claimProblems = (spec: JsonObject): readonly Problem[] => {
  const size = at(spec, 'resources', 'requests', 'storage');
  const value = quantityValue(size);
  const name = spec.storageClassName;
  return [
    ...claimModes(spec),
    ...(size === undefined ? [problem('spec.resources.requests', 'a claim asks for no storage', 'add storage')] : []),
    ...(value !== undefined && value <= 0
      ? [problem('spec.resources.requests.storage', 'a claim asks for nothing', 'make it more than 0')]
      : []),
    ...(typeof name === 'string' && name !== '' && !isDnsName(name)
      ? [problem('spec.storageClassName', `${name} is no name of a storage class`, 'use a-z, 0-9 and -')]
      : []),
    ...(isObject(spec.dataSource) && textOf(spec.dataSource.name) === ''
      ? [problem('spec.dataSource', 'the data source has no name', 'name it')]
      : []),
  ];
};
