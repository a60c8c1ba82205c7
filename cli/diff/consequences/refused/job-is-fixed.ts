import { at, isList, isObject, type Json, type JsonObject } from '../../json';
import { deleteCommand } from '../delete-command';
import { differ, differs } from '../differs';
import { updateRule } from './update-rule';

/** https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/batch/validation/validation.go, ValidateJobSpecUpdate */
const FIXED = ['selector', 'completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'];
/** The gate MutablePodResourcesForSuspendedJobs is on from 1.36. */
const RESOURCES_MAY_CHANGE = 36;

export const jobIsFixed = updateRule({
  id: 'job-is-fixed',
  says: 'The pod template of a Job cannot change, nor its completions, completion mode or failure policies.',
  kinds: ['Job'],
  byVersion: true,
  refuses: ({ live, result, minor, pair: { object, before, after } }) => {
    const field =
      FIXED.find((name) => differs(object, live, result, 'spec', name)) ??
      (completionsAreRefused(live, result) ? 'completions' : undefined) ??
      (templateIsRefused(live, result) || labelsGo() ? 'template' : undefined);
    if (field === undefined) return undefined;
    return {
      path: `spec.${field}`,
      sentence: `${field} of a Job changes, which the API server refuses`,
      cure: `give the new Job a name of its own, or delete the old one first: ${deleteCommand(object)}`,
    };

    /** With the last label of the author go those that the server gave the pods, by which the Job finds them. */
    function labelsGo(): boolean {
      const labels = (json: JsonObject | undefined): Json => at(json, 'spec', 'template', 'metadata', 'labels');
      return isObject(labels(before?.json)) && !isObject(labels(after?.json));
    }
    function templateIsRefused(one: JsonObject, other: JsonObject): boolean {
      const [old, fresh] = [at(one, 'spec', 'template'), at(other, 'spec', 'template')];
      if (at(one, 'spec', 'suspend') !== true) return differ(object, old, fresh, 'spec', 'template');
      const free = (template: Json): Json => schedulingFree(minor >= RESOURCES_MAY_CHANGE ? resourceFree(template) : template);
      return differ(object, free(old), free(fresh), 'spec', 'template');
    }
  },
});

const completionsAreRefused = (live: JsonObject, result: JsonObject): boolean => {
  const [before, after] = [at(live, 'spec', 'completions'), at(result, 'spec', 'completions')];
  if (before === after) return false;
  // An indexed job may grow and shrink, together with its parallelism.
  return at(result, 'spec', 'completionMode') !== 'Indexed' || after !== at(result, 'spec', 'parallelism');
};

/** A suspended job that has not started may be steered: labels, annotations, node selection. */
const schedulingFree = (template: Json): Json => {
  const spec = at(template, 'spec');
  if (!isObject(spec)) return template;
  const { nodeSelector: _n, tolerations: _t, schedulingGates: _g, affinity, ...rest } = spec;
  const { nodeAffinity: _a, ...others } = isObject(affinity) ? affinity : {};
  return { spec: { ...rest, ...(Object.keys(others).length > 0 ? { affinity: others } : {}) } };
};
const resourceFree = (template: Json): Json => {
  const spec = at(template, 'spec');
  if (!isObject(spec)) return template;
  const free = (list: Json): Json => (isList(list) ? list.map((one) => (isObject(one) ? { ...one, resources: {} } : one)) : list);
  return {
    ...(template as JsonObject),
    spec: {
      ...spec,
      containers: free(spec.containers),
      ...(spec.initContainers === undefined ? {} : { initContainers: free(spec.initContainers) }),
    },
  };
};
