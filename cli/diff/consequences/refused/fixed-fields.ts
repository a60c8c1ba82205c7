import { at } from '../../json';
import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { updateRule } from './update-rule';

/** Fields that cannot change, by kind. From the Validate…Update functions below https://github.com/kubernetes/kubernetes/tree/v1.37.1/pkg/apis */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  RoleBinding: ['roleRef'],
  ClusterRoleBinding: ['roleRef'],
  Secret: ['type'],
  StorageClass: ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'],
  IngressClass: ['spec.controller'],
  PriorityClass: ['value', 'preemptionPolicy'],
  RuntimeClass: ['handler'],
  EndpointSlice: ['addressType'],
  ResourceQuota: ['spec.scopes'],
  PersistentVolume: ['spec.volumeMode', 'spec.csi', 'spec.nfs', 'spec.hostPath', 'spec.local', 'spec.nodeAffinity'],
  CSIDriver: ['spec.attachRequired', 'spec.volumeLifecycleModes'],
  CustomResourceDefinition: ['spec.scope', 'spec.names.kind'],
};

export const fixedFields = updateRule({
  id: 'fixed-fields',
  says: 'Some kinds have fields that cannot change: roleRef of a binding, type of a Secret, nearly all of a StorageClass and others.',
  kinds: Object.keys(FIXED),
  refuses: ({ live, result, pair: { object } }) => {
    const field = (FIXED[object.kind] ?? []).find((path) => {
      const keys = path.split('.');
      // A volume may be bound to nodes once.
      if (path === 'spec.nodeAffinity' && at(live, ...keys) === undefined) return false;
      return differs(object, live, result, ...keys);
    });
    if (field === undefined) return undefined;
    return {
      path: field,
      sentence: `${field} of a ${object.kind} changes, which the API server refuses`,
      cure: `keep it, or delete the ${object.kind} first: ${deleteCommand(object)}`,
    };
  },
});
