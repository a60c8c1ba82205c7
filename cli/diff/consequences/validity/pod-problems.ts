import { at, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { templatePath } from '../pod-template-of';
import { containerProblems } from './container-problems';
import { type Check, isDnsName, isWhole, type Problem, problem, twice } from './problem';

/**
 * Before 1.34 the template of a StatefulSet was hardly looked at: its pods failed to start instead.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/apps/validation/validation.go, ValidatePodTemplateSpecForStatefulSet
 */
const TEMPLATE_OF_SETS = 34;

/** What a pod template must keep. */
export const podProblems: Check = (object) => {
  const found = templateProblems(object);
  return object.kind === 'StatefulSet'
    ? found.map((one) => (one.path.endsWith('.restartPolicy') ? one : { ...one, since: TEMPLATE_OF_SETS }))
    : found;
};
const templateProblems: Check = (object) => {
  const path = templatePath(object.kind);
  if (path === undefined) return [];
  const spec = objectOf(path.length === 0 ? object.spec : at(object, ...path, 'spec'));
  const here = [...path, 'spec'].join('.');
  const lists = ['containers', 'initContainers'].flatMap((name) =>
    listOf(spec[name])
      .filter(isObject)
      .map((container) => ({ container, path: `${here}.${name}[${textOf(container.name)}]` })),
  );
  const names = volumeNames(spec);
  const claims = listOf(at(object, 'spec', 'volumeClaimTemplates')).map((claim) => textOf(at(claim, 'metadata', 'name')));
  const again = twice(lists.map(({ container }) => textOf(container.name)));
  return [
    ...(listOf(spec.containers).length === 0 ? [problem(`${here}.containers`, 'a pod has no container', 'add one')] : []),
    ...(again === undefined ? [] : [problem(here, `two containers are named ${again}`, 'give each a name of its own')]),
    ...lists.flatMap((one) => containerProblems(one.container, one.path, [...names, ...claims])),
    ...volumeProblems(spec, here),
    ...hostPortProblems(spec, here),
    ...policyProblems(object, spec, here),
  ];
};
const volumeNames = (spec: JsonObject): readonly string[] => listOf(spec.volumes).map((volume) => textOf(at(volume, 'name')));

const volumeProblems = (spec: JsonObject, here: string): readonly Problem[] => {
  const again = twice(volumeNames(spec));
  const crowded = listOf(spec.volumes)
    .filter(isObject)
    .find((volume) => Object.keys(volume).length > 2);
  return [
    ...(again === undefined ? [] : [problem(`${here}.volumes`, `two volumes are named ${again}`, 'give each a name of its own')]),
    ...(crowded === undefined
      ? []
      : [problem(`${here}.volumes[${textOf(crowded.name)}]`, 'a volume has more than one source', 'keep one')]),
  ];
};

const hostPortProblems = (spec: JsonObject, here: string): readonly Problem[] => {
  const ports = listOf(spec.containers)
    .flatMap((container) => listOf(at(container, 'ports')))
    .filter(isObject)
    .filter(({ hostPort }) => hostPort !== undefined);
  const again = twice(ports.map(({ protocol, hostIP, hostPort }) => [protocol, hostIP, hostPort].map(textOf).join('/')));
  const other = spec.hostNetwork === true && ports.some(({ hostPort, containerPort }) => hostPort !== containerPort);
  return [
    ...(again === undefined ? [] : [problem(here, `two ports of the node are ${again}`, 'give each a port of its own')]),
    ...(other ? [problem(here, 'with hostNetwork a hostPort is the containerPort', 'make them one')] : []),
  ];
};

const RESTARTS: Readonly<Record<string, readonly string[]>> = {
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
  Pod: ['Always', 'OnFailure', 'Never'],
};
const policyProblems = ({ kind }: JsonObject, spec: JsonObject, here: string): readonly Problem[] => {
  const allowed = RESTARTS[textOf(kind)] ?? ['Always'];
  const account = textOf(spec.serviceAccountName);
  return [
    ...(allowed.includes(textOf(spec.restartPolicy))
      ? []
      : [
          problem(
            `${here}.restartPolicy`,
            `restartPolicy ${textOf(spec.restartPolicy)} is not for a ${textOf(kind)}`,
            `use ${allowed.join(' or ')}`,
          ),
        ]),
    ...(isWhole(spec.terminationGracePeriodSeconds, 0)
      ? []
      : [problem(`${here}.terminationGracePeriodSeconds`, 'the grace period is no number from 0', 'correct it')]),
    ...(account === '' || isDnsName(account)
      ? []
      : [problem(`${here}.serviceAccountName`, `${account} is no name`, 'use a-z, 0-9, - and .')]),
    ...(['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'].includes(textOf(spec.dnsPolicy))
      ? []
      : [problem(`${here}.dnsPolicy`, 'this dnsPolicy does not exist', 'ClusterFirst')]),
  ];
};
