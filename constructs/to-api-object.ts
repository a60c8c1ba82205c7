import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExternalSecret } from '../imports/external-secrets.io';
import { HttpRoute } from '../imports/gateway.networking.k8s.io';
import { Cluster, Pooler, ScheduledBackup } from '../imports/postgresql.cnpg.io';
import type { Emission, Kind } from './emission';
import { plain } from './explained';
import { k8s } from './k8s';

type Class = new (scope: Construct, id: string, properties: never) => ApiObject;
export const CLASSES: Readonly<Record<Kind, Class & { readonly GVK: { readonly apiVersion: string; readonly kind: string } }>> = {
  Namespace: k8s.KubeNamespace,
  ServiceAccount: k8s.KubeServiceAccount,
  Role: k8s.KubeRole,
  RoleBinding: k8s.KubeRoleBinding,
  ConfigMap: k8s.KubeConfigMap,
  ExternalSecret,
  NetworkPolicy: k8s.KubeNetworkPolicy,
  Service: k8s.KubeService,
  PodDisruptionBudget: k8s.KubePodDisruptionBudget,
  Cluster,
  Pooler,
  ScheduledBackup,
  StatefulSet: k8s.KubeStatefulSet,
  Deployment: k8s.KubeDeployment,
  HorizontalPodAutoscaler: k8s.KubeHorizontalPodAutoscalerV2,
  Job: k8s.KubeJob,
  CronJob: k8s.KubeCronJob,
  Ingress: k8s.KubeIngress,
  HTTPRoute: HttpRoute,
};

/** The object as a construct of its generated class; its id is kind and name. */
export const toApiObject = (scope: Construct, { kind, metadata, properties }: Emission): ApiObject =>
  new CLASSES[kind](scope, `${kind}-${metadata.name}`, plain(properties) as never);
