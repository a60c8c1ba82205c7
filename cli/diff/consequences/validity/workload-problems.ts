import { at, isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { type Check, isWhole, type Problem, problem } from './problem';

const CONTROLLERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

/** What a workload must keep around its pod template. */
export const workloadProblems: Check = (object) => {
  const kind = textOf(object.kind);
  const spec = objectOf(object.spec);
  if (CONTROLLERS.includes(kind)) return [...selectorProblems(spec), ...numberProblems(spec), ...strategyProblems(kind, spec)];
  if (kind === 'Job') return numberProblems(spec);
  if (kind === 'CronJob') return [...cronProblems(spec), ...numberProblems(objectOf(at(spec, 'jobTemplate', 'spec')))];
  if (kind === 'PodDisruptionBudget') return budgetProblems(spec);
  return kind === 'HorizontalPodAutoscaler' ? autoscalerProblems(spec) : [];
};

const selectorProblems = (spec: JsonObject): readonly Problem[] => {
  const selector = objectOf(spec.selector);
  const labels = objectOf(at(spec, 'template', 'metadata', 'labels'));
  if (Object.keys(objectOf(selector.matchLabels)).length + listOf(selector.matchExpressions).length === 0) {
    return [problem('spec.selector', 'the selector is empty', 'name labels of the pod template')];
  }
  return matches(selector, labels)
    ? []
    : [
        problem(
          'spec.template.metadata.labels',
          'the labels of the pod template do not match the selector',
          'give the pods the labels of spec.selector',
        ),
      ];
};
export const matches = ({ matchLabels, matchExpressions }: JsonObject, labels: JsonObject): boolean =>
  Object.entries(objectOf(matchLabels)).every(([key, value]) => labels[key] === value) &&
  listOf(matchExpressions)
    .filter(isObject)
    .every(({ key, operator, values }) => {
      const value: Json = labels[textOf(key)];
      if (operator === 'In') return listOf(values).includes(value as string);
      if (operator === 'NotIn') return !listOf(values).includes(value as string);
      return operator === 'Exists' ? value !== undefined : value === undefined;
    });

const NUMBERS = [
  'replicas',
  'minReadySeconds',
  'revisionHistoryLimit',
  'progressDeadlineSeconds',
  'parallelism',
  'completions',
  'backoffLimit',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
];
const numberProblems = (spec: JsonObject): readonly Problem[] =>
  NUMBERS.filter((name) => spec[name] !== undefined && !isWhole(spec[name], 0)).map((name) =>
    problem(`spec.${name}`, `${name} is no whole number from 0`, 'correct it'),
  );

const percent = (value: Json): boolean => (typeof value === 'number' ? isWhole(value, 0) : /^\d+%$/.test(textOf(value)));
/** Of all the pods no more than all can be missing. */
const isTooMuch = (value: Json): boolean => Number(/^(\d+)%$/.exec(textOf(value))?.[1] ?? 0) > 100;
const isZero = (value: Json): boolean => value === 0 || value === '0%' || value === undefined;
const strategyProblems = (kind: string, spec: JsonObject): readonly Problem[] => {
  const field = kind === 'Deployment' ? 'strategy' : 'updateStrategy';
  const { type, rollingUpdate } = objectOf(spec[field]);
  if (type === undefined) return [];
  const allowed = kind === 'Deployment' ? ['RollingUpdate', 'Recreate'] : ['RollingUpdate', 'OnDelete'];
  if (!allowed.includes(textOf(type)))
    return [problem(`spec.${field}.type`, `${textOf(type)} is no strategy of a ${kind}`, allowed.join(' or '))];
  if (type !== 'RollingUpdate') {
    return rollingUpdate === undefined || kind === 'DaemonSet'
      ? []
      : [
          problem(
            `spec.${field}`,
            `rollingUpdate stands beside ${textOf(type)}, written or left from before`,
            'set rollingUpdate: null in the same apply',
          ),
        ];
  }
  const { maxUnavailable, maxSurge } = objectOf(rollingUpdate);
  // The gate MaxUnavailableStatefulSet: before, the server drops what it says.
  const since = kind === 'StatefulSet' ? { since: 37 } : {};
  const wrong = [maxUnavailable, maxSurge].some((value) => value !== undefined && !percent(value));
  if (wrong)
    return [
      {
        ...problem(`spec.${field}.rollingUpdate`, 'maxSurge or maxUnavailable is neither a number nor a percentage', 'write 1 or 25%'),
        ...since,
      },
    ];
  const surge = kind === 'DaemonSet' && isTooMuch(maxSurge);
  if (isTooMuch(maxUnavailable) || surge)
    return [{ ...problem(`spec.${field}.rollingUpdate`, 'maxUnavailable is more than 100%', 'write 25%'), ...since }];
  const stuck = kind === 'Deployment' && isZero(maxUnavailable) && isZero(maxSurge);
  const both = kind === 'DaemonSet' && isZero(maxUnavailable) === isZero(maxSurge);
  return stuck || both
    ? [problem(`spec.${field}.rollingUpdate`, 'maxSurge and maxUnavailable do not go together', 'let exactly one be above 0')]
    : [];
};

const cronProblems = ({ schedule, concurrencyPolicy }: JsonObject): readonly Problem[] => [
  ...(/^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|every \S+)$|^(?:\S+\s+){4}\S+$/.test(textOf(schedule)) &&
  !/TZ/.test(textOf(schedule))
    ? []
    : [problem('spec.schedule', 'the schedule is no cron expression', 'write five fields, such as 0 3 * * *')]),
  ...(['Allow', 'Forbid', 'Replace'].includes(textOf(concurrencyPolicy))
    ? []
    : [problem('spec.concurrencyPolicy', 'this concurrencyPolicy does not exist', 'Allow, Forbid or Replace')]),
];
const budgetProblems = ({ minAvailable, maxUnavailable }: JsonObject): readonly Problem[] => {
  if (minAvailable !== undefined && maxUnavailable !== undefined)
    return [problem('spec', 'minAvailable and maxUnavailable stand together', 'keep one')];
  if ([minAvailable, maxUnavailable].some(isTooMuch)) return [problem('spec', 'the budget is more than 100%', 'write 50%')];
  return [minAvailable, maxUnavailable].every((value) => value === undefined || percent(value))
    ? []
    : [problem('spec', 'the budget is neither a number nor a percentage', 'write 1 or 50%')];
};
const autoscalerProblems = ({ minReplicas, maxReplicas }: JsonObject): readonly Problem[] =>
  isWhole(maxReplicas, 1) && isWhole(minReplicas, 1) && Number(minReplicas) <= Number(maxReplicas)
    ? []
    : [problem('spec.maxReplicas', 'minReplicas and maxReplicas do not go together', '1 or more, and the maximum not below the minimum')];
