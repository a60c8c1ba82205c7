import { isIP } from 'node:net';
import { at, isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { isCidr, isWithin } from './address-range';
import { isPortName } from './container-problems';
import { type Check, isDnsName, isWhole, type Problem, problem, twice } from './problem';

/** What Services, Ingresses and NetworkPolicies must keep. */
export const networkProblems: Check = ({ kind, apiVersion, spec }) => {
  if (kind === 'Service' && apiVersion === 'v1') return serviceProblems(objectOf(spec));
  if (kind === 'Ingress') return ingressProblems(objectOf(spec));
  return kind === 'NetworkPolicy' && apiVersion === 'networking.k8s.io/v1' ? policyProblems(objectOf(spec)) : [];
};

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
const serviceProblems = (spec: JsonObject): readonly Problem[] => {
  const type = textOf(spec.type);
  const ports = listOf(spec.ports).filter(isObject);
  const here = 'spec.ports';
  if (!TYPES.includes(type)) return [problem('spec.type', `a Service of type ${type} does not exist`, TYPES.join(', '))];
  const families = listOf(spec.ipFamilies).length;
  if (type === 'ExternalName')
    return [
      ...(isDnsName(textOf(spec.externalName))
        ? []
        : [problem('spec.externalName', 'an ExternalName Service has no name to point to', 'name a host')]),
      ...(families === 0 && spec.ipFamilyPolicy === undefined
        ? []
        : [problem('spec.ipFamilies', 'an ExternalName Service has no IP families', 'remove ipFamilies and ipFamilyPolicy')]),
    ];
  const names = ports.map(({ name }) => textOf(name));
  const name = twice(names.filter((one) => one !== ''));
  const number = twice(ports.map(({ port, protocol }) => `${textOf(port)}/${textOf(protocol)}`));
  return [
    ...(ports.length === 0 && spec.clusterIP !== 'None' ? [problem(here, 'a Service has no port', 'add one')] : []),
    ...(ports.length > 1 && names.includes('') ? [problem(here, 'of several ports one has no name', 'name them all')] : []),
    ...(name === undefined ? [] : [problem(here, `two ports are named ${name}`, 'give each a name of its own')]),
    ...(number === undefined ? [] : [problem(here, `port ${number} stands twice`, 'keep one')]),
    ...ports.flatMap((port) => servicePortProblems(port, type, here)),
    ...(type === 'LoadBalancer' || spec.loadBalancerClass === undefined
      ? []
      : [problem('spec.loadBalancerClass', 'only a LoadBalancer has a class', 'remove it')]),
    ...(['None', 'ClientIP'].includes(textOf(spec.sessionAffinity))
      ? []
      : [problem('spec.sessionAffinity', 'this sessionAffinity does not exist', 'None or ClientIP')]),
    ...(spec.clusterIP === undefined || spec.clusterIP === 'None' || isIP(textOf(spec.clusterIP)) !== 0
      ? []
      : [problem('spec.clusterIP', 'clusterIP is no address', 'None, or leave it out')]),
    ...(families > 1 && !['RequireDualStack', 'PreferDualStack'].includes(textOf(spec.ipFamilyPolicy))
      ? [problem('spec.ipFamilyPolicy', 'two IP families are more than SingleStack takes', 'PreferDualStack')]
      : []),
    ...(spec.healthCheckNodePort === undefined || (type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local')
      ? []
      : [problem('spec.healthCheckNodePort', 'only a LoadBalancer of local traffic has a healthCheckNodePort', 'remove it')]),
    ...(spec.clusterIP === 'None' && type !== 'ClusterIP'
      ? [problem('spec.clusterIP', `a ${type} Service cannot be headless`, 'remove clusterIP: None')]
      : []),
  ];
};
const servicePortProblems = (
  { port, name, targetPort, protocol, nodePort }: JsonObject,
  type: string,
  here: string,
): readonly Problem[] => [
  ...(isWhole(port, 1, 65535) ? [] : [problem(here, 'a port is no number from 1 to 65535', 'correct it')]),
  ...(isWhole(targetPort, 1, 65535) || isPortName(textOf(targetPort))
    ? []
    : [problem(here, `targetPort ${textOf(targetPort)} is neither a number nor a name`, 'name a port of the container')]),
  ...(['TCP', 'UDP', 'SCTP'].includes(textOf(protocol)) ? [] : [problem(here, 'a protocol does not exist', 'TCP, UDP or SCTP')]),
  ...(name === undefined || /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(textOf(name))
    ? []
    : [problem(here, `${textOf(name)} is no name of a port`, 'use a-z, 0-9 and -')]),
  // Which ports a server gives to nodes is its own setting.
  ...(nodePort !== undefined && type === 'ClusterIP' ? [problem(here, 'a ClusterIP Service has no node port', 'remove nodePort')] : []),
];

const ingressProblems = ({ rules, defaultBackend, tls }: JsonObject): readonly Problem[] => {
  const all = listOf(rules).filter(isObject);
  const paths = all.flatMap((rule) => listOf(at(rule, 'http', 'paths')).filter(isObject));
  const hosts = [...all.map(({ host }) => textOf(host)), ...listOf(tls).flatMap((one) => listOf(at(one, 'hosts')).map(textOf))];
  const badHost = hosts.find((host) => host !== '' && !isDnsName(host.replace(/^\*\./, '')));
  return [
    ...(all.length === 0 && defaultBackend === undefined
      ? [problem('spec.rules', 'an Ingress has neither a rule nor a default', 'add a rule')]
      : []),
    ...(badHost === undefined ? [] : [problem('spec.rules', `${badHost} is no host name`, 'use a-z, 0-9, - and .')]),
    ...paths.flatMap(({ path, pathType, backend }) => [
      ...(['Exact', 'Prefix', 'ImplementationSpecific'].includes(textOf(pathType))
        ? []
        : [problem('spec.rules', `pathType ${textOf(pathType)} does not exist`, 'Prefix or Exact')]),
      ...(textOf(path).startsWith('/') || (path === undefined && pathType === 'ImplementationSpecific')
        ? []
        : [problem('spec.rules', 'a path does not begin with /', 'begin it with /')]),
      ...backendProblems(backend),
    ]),
  ];
};
const backendProblems = (backend: Json): readonly Problem[] => {
  const service = at(backend, 'service');
  if (!isObject(service))
    return at(backend, 'resource') === undefined ? [problem('spec.rules', 'a path leads to nothing', 'name a Service')] : [];
  const { name, number } = objectOf(service.port);
  return (name === undefined) === (number === undefined)
    ? [problem('spec.rules', 'a backend wants the name or the number of a port', 'keep exactly one')]
    : [];
};

const policyProblems = (spec: JsonObject): readonly Problem[] => {
  const rules = [...listOf(spec.ingress), ...listOf(spec.egress)].filter(isObject);
  const peers = rules.flatMap(({ from, to }) => [...listOf(from), ...listOf(to)].filter(isObject));
  const ports = rules.flatMap((rule) => listOf(rule.ports).filter(isObject));
  const blocks = peers.flatMap(({ ipBlock }) => (isObject(ipBlock) ? [textOf(ipBlock.cidr), ...listOf(ipBlock.except).map(textOf)] : []));
  const bad = blocks.find((block) => !isCidr(block));
  const outside = peers.flatMap(({ ipBlock }) =>
    isObject(ipBlock)
      ? listOf(ipBlock.except)
          .map(textOf)
          .filter((except) => isCidr(except) && isCidr(textOf(ipBlock.cidr)) && !isWithin(except, textOf(ipBlock.cidr)))
      : [],
  );
  return [
    ...(bad === undefined ? [] : [problem('spec', `${bad} is no address range`, 'write it as 10.0.0.0/8')]),
    ...outside.map((except) => problem('spec', `the exception ${except} does not lie within its range`, 'name a smaller range within it')),
    ...(peers.some((peer) => Object.keys(peer).length === 0 || (peer.ipBlock !== undefined && Object.keys(peer).length > 1))
      ? [problem('spec', 'a peer names nobody, or an address range beside pods', 'keep one')]
      : []),
    ...(listOf(spec.policyTypes).every((type) => type === 'Ingress' || type === 'Egress')
      ? []
      : [problem('spec.policyTypes', 'a policy type does not exist', 'Ingress or Egress')]),
    ...ports.flatMap(({ port, endPort }) => [
      ...(port === undefined || isWhole(port, 1, 65535) || isPortName(textOf(port))
        ? []
        : [problem('spec', 'a port is neither a number nor a name', 'correct it')]),
      ...(endPort === undefined || (isWhole(port, 1) && Number(endPort) >= Number(port))
        ? []
        : [problem('spec', 'endPort wants a number in port that is not above it', 'correct it')]),
    ]),
  ];
};
