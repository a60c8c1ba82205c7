import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { updateRule } from './update-rule';

/** https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/apps/validation/validation.go, ValidateStatefulSetUpdate */
const ALWAYS = ['serviceName', 'podManagementPolicy'];
/** Could not change before 1.33. */
const UNTIL_1_32 = ['revisionHistoryLimit'];

export const statefulsetFieldsAreFixed = updateRule({
  id: 'statefulset-fields-are-fixed',
  says: 'serviceName and podManagementPolicy of a StatefulSet cannot change; before 1.33 nor can revisionHistoryLimit.',
  kinds: ['StatefulSet'],
  byVersion: true,
  refuses: ({ live, result, minor, pair: { object } }) => {
    const fixed = minor < 33 ? [...ALWAYS, ...UNTIL_1_32] : ALWAYS;
    const field = fixed.find((name) => differs(object, live, result, 'spec', name));
    if (field === undefined) return undefined;
    return {
      path: `spec.${field}`,
      sentence: `${field} of a StatefulSet changes, which the API server refuses`,
      cure: `keep it, or replace the StatefulSet; pods and volumes stay: ${deleteCommand(object, '--cascade=orphan')}`,
    };
  },
});
