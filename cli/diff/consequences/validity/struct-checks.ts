import { at, isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { isDnsName, twice } from './problem';

/** What the fields of one struct must keep among each other: what is wrong, and the cure. */
type StructCheck = (self: JsonObject) => readonly (readonly [found: string, fix: string])[];
const isEmpty = (value: Json): boolean => listOf(value).length === 0;
const when = (is: boolean, found: string, fix: string): readonly (readonly [string, string])[] => (is ? [[found, fix]] : []);
const RBAC = 'rbac.authorization.k8s.io';

const requirement: StructCheck = ({ operator, values }) => [
  ...when((operator === 'In' || operator === 'NotIn') && isEmpty(values), `${textOf(operator)} names no values`, 'add values'),
  ...when((operator === 'Exists' || operator === 'DoesNotExist') && !isEmpty(values), `${textOf(operator)} has values`, 'remove values'),
];
const webhook: StructCheck = ({ name, clientConfig, sideEffects, admissionReviewVersions, rules }) => [
  ...when(
    isObject(clientConfig) && (clientConfig.url === undefined) === (clientConfig.service === undefined),
    'a webhook wants exactly one of url and service',
    'keep one',
  ),
  ...when(
    name !== undefined && (!isDnsName(textOf(name)) || textOf(name).split('.').length < 3),
    `${textOf(name)} is no name of a webhook`,
    'write a.example.com',
  ),
  ...when(sideEffects === undefined, 'sideEffects is missing', 'set it to None'),
  ...when(
    isEmpty(admissionReviewVersions) || listOf(admissionReviewVersions).includes(''),
    'admissionReviewVersions names none',
    'write [v1]',
  ),
  ...when(
    listOf(rules).some(
      (rule) => isObject(rule) && ['operations', 'apiGroups', 'apiVersions', 'resources'].some((key) => isEmpty(rule[key])),
    ),
    'a rule of a webhook lacks operations, apiGroups, apiVersions or resources',
    'name all four',
  ),
];
const names = (list: Json, field: string): readonly string[] =>
  listOf(list).flatMap((one) => (isObject(one) && one[field] !== undefined ? [textOf(one[field])] : []));
const again = (list: Json, field: string, what: string): ReturnType<StructCheck> => {
  const found = twice(names(list, field));
  return when(found !== undefined, `two ${what} are named ${found}`, 'give each a name of its own');
};
const rule =
  (isOfNamespace: boolean): StructCheck =>
  ({ rules }) =>
    listOf(rules)
      .filter(isObject)
      .flatMap(({ verbs, apiGroups, resources, nonResourceURLs }) => [
        ...when(isEmpty(verbs), 'a rule has no verbs', 'name some'),
        ...when(isEmpty(nonResourceURLs) && isEmpty(resources), 'a rule names no resources', 'name some'),
        ...when(isEmpty(nonResourceURLs) && isEmpty(apiGroups), 'a rule names no apiGroups', 'name some; "" for the core group'),
        ...when(
          !isEmpty(nonResourceURLs) && !(isEmpty(resources) && isEmpty(apiGroups) && !isOfNamespace),
          isOfNamespace ? 'a Role has nonResourceURLs' : 'a rule is about resources and nonResourceURLs at once',
          isOfNamespace ? 'use a ClusterRole' : 'write two rules',
        ),
      ]);
const binding =
  (isOfNamespace: boolean): StructCheck =>
  ({ subjects, roleRef }) => [
    ...listOf(subjects)
      .filter(isObject)
      .flatMap(({ kind, name, namespace, apiGroup }) => {
        const group = textOf(apiGroup);
        if (kind === 'ServiceAccount')
          return [
            ...when(group !== '', 'a ServiceAccount has no apiGroup', 'remove it'),
            ...when(
              name !== undefined && !isDnsName(textOf(name)),
              `${textOf(name)} is no name for a ServiceAccount`,
              'use a-z, 0-9 and -',
            ),
            ...when(!isOfNamespace && textOf(namespace) === '', 'a ServiceAccount has no namespace', 'add it'),
          ];
        return [
          ...when(
            !['User', 'Group'].includes(textOf(kind)),
            `a subject of kind ${textOf(kind)} does not exist`,
            'ServiceAccount, User or Group',
          ),
          ...when(group !== '' && group !== RBAC, `${group} is no apiGroup of a subject`, RBAC),
        ];
      }),
    ...(isObject(roleRef)
      ? [
          ...when(
            !(isOfNamespace ? ['Role', 'ClusterRole'] : ['ClusterRole']).includes(textOf(roleRef.kind)),
            `a roleRef of kind ${textOf(roleRef.kind)} does not exist`,
            'ClusterRole',
          ),
          ...when(!['', RBAC].includes(textOf(roleRef.apiGroup)), `${textOf(roleRef.apiGroup)} is no apiGroup of a role`, RBAC),
        ]
      : []),
  ];

const SOURCES: Readonly<Record<string, string>> = {
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
  External: 'external',
};
const OF_PODS = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const SCOPED: Readonly<Record<string, readonly string[]>> = {
  BestEffort: ['pods'],
  NotBestEffort: OF_PODS,
  Terminating: OF_PODS,
  NotTerminating: OF_PODS,
  PriorityClass: OF_PODS,
  CrossNamespacePodAffinity: OF_PODS,
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
};

export const STRUCT_CHECKS: Readonly<Record<string, StructCheck>> = {
  'admissionregistration.v1.MutatingWebhook': webhook,
  'admissionregistration.v1.ValidatingWebhook': webhook,
  'autoscaling.v2.HPAScalingRules': ({ policies }) =>
    when(policies !== undefined && isEmpty(policies), 'a behaviour has no policies', 'add one'),
  'autoscaling.v2.MetricSpec': (self) => {
    const source = SOURCES[textOf(self.type)];
    return when(
      source !== undefined &&
        (self[source] === undefined || Object.values(SOURCES).some((other) => other !== source && self[other] !== undefined)),
      `a metric of type ${textOf(self.type)} is not described by ${source} alone`,
      `keep ${source}`,
    );
  },
  'autoscaling.v2.ResourceMetricSource': ({ target }) =>
    when(
      isObject(target) && (target.averageUtilization === undefined) === (target.averageValue === undefined),
      'the target of a resource wants averageUtilization or averageValue',
      'keep one',
    ),
  'autoscaling.v2.PodsMetricSource': ({ target }) =>
    when(isObject(target) && target.averageValue === undefined, 'the target for pods wants averageValue', 'add it'),
  'core.v1.Container': ({ volumeMounts, securityContext }) =>
    when(
      listOf(volumeMounts).some((mount) => at(mount, 'mountPropagation') === 'Bidirectional') && at(securityContext, 'privileged') !== true,
      'only a privileged container shares its mounts both ways',
      'remove mountPropagation',
    ),
  'core.v1.ScopedResourceSelectorRequirement': ({ scopeName, operator, values }) => [
    ...requirement({ operator, values }),
    ...when(
      operator !== 'Exists' && !['PriorityClass', 'VolumeAttributesClass'].includes(textOf(scopeName)),
      `the scope ${textOf(scopeName)} only exists or not`,
      'operator: Exists',
    ),
  ],
  'core.v1.LimitRangeSpec': ({ limits }) => [
    ...again(limits, 'type', 'limits'),
    ...names(limits, 'type').flatMap((type) =>
      when(
        !['Pod', 'Container', 'PersistentVolumeClaim'].includes(type) && !type.includes('/'),
        `${type} is nothing that has limits`,
        'Container',
      ),
    ),
  ],
  'core.v1.NodeSelectorRequirement': (self) => [
    ...requirement(self),
    ...when(
      (self.operator === 'Gt' || self.operator === 'Lt') && listOf(self.values).length !== 1,
      `${textOf(self.operator)} wants one value`,
      'name one',
    ),
  ],
  'core.v1.PodOS': ({ name }) =>
    when(name !== undefined && !['linux', 'windows'].includes(textOf(name)), `${textOf(name)} is no system`, 'linux or windows'),
  'core.v1.ResourceQuotaSpec': ({ hard, scopes, scopeSelector }) => {
    const all = [...listOf(scopes), ...listOf(at(scopeSelector, 'matchExpressions')).map((one) => at(one, 'scopeName'))].map(textOf);
    const counts = Object.keys(objectOf(hard));
    return all.flatMap((scope) => {
      const takes = SCOPED[scope];
      const other = takes === undefined ? undefined : counts.find((name) => !name.includes('/') && !takes.includes(name));
      return when(other !== undefined, `the scope ${scope} is not for ${other}`, `count ${takes?.join(', ')} only`);
    });
  },
  'core.v1.Toleration': ({ operator, key, value, effect, tolerationSeconds }) => [
    ...when(operator === 'Exists' && textOf(value) !== '', 'a toleration that something exists has a value', 'remove it'),
    ...when(operator !== 'Exists' && textOf(key) === '', 'a toleration of everything wants the operator Exists', 'set it'),
    ...when(tolerationSeconds !== undefined && effect !== 'NoExecute', 'tolerationSeconds is for NoExecute', 'remove it'),
  ],
  'discovery.v1.EndpointSlice': ({ ports }) =>
    again(
      listOf(ports).map((port) => (isObject(port) ? { ...port, name: port.name ?? '' } : port)),
      'name',
      'ports',
    ),
  'meta.v1.LabelSelectorRequirement': requirement,
  'networking.v1.IngressBackend': ({ service, resource }) =>
    when(service !== undefined && resource !== undefined, 'a backend is a service and a resource at once', 'keep one'),
  'networking.v1.IngressClassParametersReference': ({ scope = 'Cluster', namespace }) => [
    ...when(scope === 'Cluster' && namespace !== undefined, 'parameters of the cluster have a namespace', 'remove it'),
    ...when(scope === 'Namespace' && namespace === undefined, 'parameters of a namespace have none', 'add it'),
  ],
  'rbac.v1.AggregationRule': ({ clusterRoleSelectors }) =>
    when(isEmpty(clusterRoleSelectors), 'an aggregation selects no roles', 'add a selector'),
  'rbac.v1.ClusterRole': rule(false),
  'rbac.v1.ClusterRoleBinding': binding(false),
  'rbac.v1.Role': rule(true),
  'rbac.v1.RoleBinding': binding(true),
};
