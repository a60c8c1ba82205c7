import { quantityValue } from '../../compare/quantity';
import { at, isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { isDnsLabel, isWhole, type Problem, problem, twice } from './problem';

// https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/validation/validation.go
const PORT_NAME = /^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
export const isPortName = (text: string): boolean => text.length <= 15 && PORT_NAME.test(text);

export const containerProblems = (container: JsonObject, path: string, volumes: readonly string[]): readonly Problem[] => [
  ...nameProblems(container, path),
  ...portProblems(container, path),
  ...envProblems(container, path),
  ...mountProblems(container, path, volumes),
  ...resourceProblems(objectOf(container.resources), `${path}.resources`),
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) => probeProblems(container[name], name, `${path}.${name}`)),
  ...securityProblems(objectOf(container.securityContext), `${path}.securityContext`),
];

const nameProblems = ({ name, image, imagePullPolicy }: JsonObject, path: string): readonly Problem[] => [
  ...(isDnsLabel(textOf(name)) ? [] : [problem(`${path}.name`, 'the name of a container is no DNS label', 'use a-z, 0-9 and -')]),
  ...(textOf(image).trim() === '' || textOf(image) !== textOf(image).trim()
    ? [problem(`${path}.image`, 'an image is missing', 'name an image')]
    : []),
  ...(['Always', 'IfNotPresent', 'Never'].includes(textOf(imagePullPolicy))
    ? []
    : [problem(`${path}.imagePullPolicy`, `imagePullPolicy ${textOf(imagePullPolicy)} does not exist`, 'Always, IfNotPresent or Never')]),
];
const portProblems = ({ ports }: JsonObject, path: string): readonly Problem[] => {
  const all = listOf(ports).filter(isObject);
  const again = twice(all.flatMap(({ name }) => (name === undefined ? [] : [textOf(name)])));
  return [
    ...all
      .filter(({ containerPort }) => !isWhole(containerPort, 1, 65535))
      .map(() => problem(`${path}.ports`, 'a container port is no number from 1 to 65535', 'correct it')),
    ...all
      .filter(({ name }) => name !== undefined && !isPortName(textOf(name)))
      .map(({ name }) => problem(`${path}.ports`, `${textOf(name)} is no name of a port`, 'at most 15 of a-z, 0-9 and -, with a letter')),
    ...all
      .filter(({ protocol }) => !['TCP', 'UDP', 'SCTP'].includes(textOf(protocol)))
      .map(() => problem(`${path}.ports`, 'a protocol does not exist', 'TCP, UDP or SCTP')),
    ...(again === undefined ? [] : [problem(`${path}.ports`, `two ports are named ${again}`, 'give each a name of its own')]),
  ];
};
const envProblems = ({ env }: JsonObject, path: string): readonly Problem[] =>
  listOf(env)
    .filter(isObject)
    .flatMap(({ name, value, valueFrom }) => {
      const here = `${path}.env[${textOf(name)}]`;
      if (!/^[^=\p{Cc}]+$/u.test(textOf(name))) return [problem(here, 'a variable has no usable name', 'name it')];
      if (value !== undefined && valueFrom !== undefined) return [problem(here, 'value and valueFrom stand together', 'keep one')];
      if (isObject(valueFrom) && Object.keys(valueFrom).length !== 1)
        return [problem(here, 'valueFrom wants exactly one source', 'keep one')];
      return value !== undefined && typeof value !== 'string' ? [problem(here, 'the value is no text', 'put it in quotes')] : [];
    });
const mountProblems = ({ volumeMounts }: JsonObject, path: string, volumes: readonly string[]): readonly Problem[] => {
  const mounts = listOf(volumeMounts).filter(isObject);
  const again = twice(mounts.map(({ mountPath }) => textOf(mountPath)));
  return [
    ...mounts
      .filter(({ name }) => !volumes.includes(textOf(name)))
      .map(({ name }) =>
        problem(`${path}.volumeMounts`, `volume ${textOf(name)} is mounted and does not exist`, 'add the volume or remove the mount'),
      ),
    ...mounts
      .filter(({ mountPath }) => textOf(mountPath) === '')
      .map(() => problem(`${path}.volumeMounts`, 'a mount has no path', 'add mountPath')),
    ...mounts
      .filter(({ subPath }) => /^\/|(^|\/)\.\.(\/|$)/.test(textOf(subPath)))
      .map(() => problem(`${path}.volumeMounts`, 'a subPath leaves the volume', 'write it relative to the volume')),
    ...(again === undefined ? [] : [problem(`${path}.volumeMounts`, `two volumes are mounted at ${again}`, 'keep one')]),
  ];
};

export const resourceProblems = ({ limits, requests }: JsonObject, path: string): readonly Problem[] => {
  const all = [...Object.entries(objectOf(limits)), ...Object.entries(objectOf(requests))];
  const bad = all.find(([, value]) => (quantityValue(value) ?? -1) < 0);
  if (bad !== undefined) return [problem(path, `${textOf(bad[1])} is no amount of ${bad[0]}`, 'write it as 250m or 128Mi')];
  const over = Object.entries(objectOf(requests)).find(([name, value]) => {
    const limit = quantityValue(at(limits, name));
    return limit !== undefined && (quantityValue(value) ?? 0) > limit;
  });
  if (over === undefined) return [];
  return [
    problem(
      `${path}.requests.${over[0]}`,
      `the request of ${textOf(over[1])} ${over[0]} is over the limit of ${textOf(at(limits, over[0]))}`,
      'raise the limit or lower the request',
    ),
  ];
};

const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
const probeProblems = (probe: Json, name: string, path: string): readonly Problem[] => {
  if (!isObject(probe)) return [];
  const handlers = HANDLERS.filter((handler) => handler in probe);
  const negative = Object.entries(probe).find(([, value]) => typeof value === 'number' && value < 0);
  const { terminationGracePeriodSeconds: grace } = probe;
  return [
    ...(handlers.length === 1
      ? []
      : [
          problem(
            path,
            `a probe has ${handlers.length === 0 ? 'no' : 'more than one'} handler`,
            'keep exactly one of httpGet, tcpSocket, exec and grpc',
          ),
        ]),
    ...(negative === undefined ? [] : [problem(`${path}.${negative[0]}`, `${negative[0]} is below 0`, 'make it positive')]),
    ...(name !== 'readinessProbe' && probe.successThreshold !== 1
      ? [problem(`${path}.successThreshold`, 'only a readiness probe may want more than one success', 'set it to 1')]
      : []),
    ...(name === 'readinessProbe' && grace !== undefined
      ? [problem(path, 'a readiness probe has no grace period', 'remove terminationGracePeriodSeconds')]
      : []),
    ...handlers.flatMap((handler) => {
      const port = at(probe, handler, 'port');
      if (handler === 'exec')
        return listOf(at(probe, 'exec', 'command')).length === 0 ? [problem(path, 'a probe runs no command', 'add one')] : [];
      const fits = isWhole(port, 1, 65535) || (typeof port === 'string' && handler !== 'grpc' && isPortName(port));
      return fits
        ? []
        : [problem(`${path}.${handler}.port`, 'the port of a probe is neither a number nor a name', 'name a port of the container')];
    }),
  ];
};

const securityProblems = (context: JsonObject, path: string): readonly Problem[] => {
  if (context.allowPrivilegeEscalation !== false) return [];
  const adds = listOf(at(context, 'capabilities', 'add')).map(textOf);
  if (context.privileged === true) return [problem(path, 'privileged contradicts allowPrivilegeEscalation: false', 'keep one')];
  return adds.some((name) => name === 'SYS_ADMIN' || name === 'CAP_SYS_ADMIN')
    ? [problem(path, 'SYS_ADMIN contradicts allowPrivilegeEscalation: false', 'keep one')]
    : [];
};
