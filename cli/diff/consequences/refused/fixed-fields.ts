import { at } from '../../json';
import { deleteCommand } from '../delete-command';
import { differs } from '../differs';
import { updateRule } from './update-rule';

const VOLUME_SOURCES =
  'csi nfs hostPath local iscsi fc rbd cephfs cinder glusterfs flexVolume flocker azureDisk azureFile awsElasticBlockStore gcePersistentDisk photonPersistentDisk portworxVolume quobyte scaleIO storageos vsphereVolume'.split(
    ' ',
  );
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
  PersistentVolume: ['spec.volumeMode', 'spec.nodeAffinity', ...VOLUME_SOURCES.map((source) => `spec.${source}`)],
  CSIDriver: ['spec.attachRequired', 'spec.volumeLifecycleModes'],
  CustomResourceDefinition: ['spec.scope', 'spec.names.kind'],
};

const BEFORE_1_30: Readonly<Record<string, readonly string[]>> = { CSIDriver: ['spec.podInfoOnMount', 'spec.fsGroupPolicy'] };

export const fixedFields = updateRule({
  id: 'fixed-fields',
  says: 'Some kinds have fields that cannot change: roleRef of a binding, type of a Secret, nearly all of a StorageClass and others.',
  kinds: Object.keys(FIXED),
  byVersion: true,
  refuses: ({ live, result, minor, pair: { object } }) => {
    const fixed = [...(FIXED[object.kind] ?? []), ...(minor < 30 ? (BEFORE_1_30[object.kind] ?? []) : [])];
    const field = fixed.find((path) => {
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
