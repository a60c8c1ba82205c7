import type { JudgeName } from './remark';

/** What a judge says and we keep all the same, with the one reason that holds for all its objects. */
export interface Exception {
  readonly judge: JudgeName;
  readonly rule: string;
  /** Names of targets. */
  readonly on: readonly string[];
  /** `todo-chatbot Deployment/todo-backend` */
  readonly objects: readonly string[];
  /** The contract, target or decision that the judge does not know of. */
  readonly because: string;
}

const MINIKUBE = ['minikube'];
const PRODUCTION = ['production'];
const BOTH = ['minikube', 'production'];

/** Variants of production: what is said of them beyond production. */
const WITH_PATRONI = ['production with patroni'];
const WITH_OPERATOR = ['production with cloudnative-pg'];
const APPLICATION = 'todo-chatbot Job/todo-postgres-application';

const POSTGRES = 'todo-chatbot StatefulSet/todo-postgres';
const PATRONI = 'postgres-patroni StatefulSet/postgres-patroni';
const CHATBOT = ['todo-chatbot Deployment/todo-backend', 'todo-chatbot Deployment/todo-frontend'];
const MIGRATION = 'todo-chatbot Job/todo-backend-migrate';
const HABITS = ['habit-tracker Deployment/habit-tracker-backend', 'habit-tracker Deployment/habit-tracker-frontend'];
const SVG = ['realtime-svg Deployment/realtime-svg-backend', 'realtime-svg Deployment/realtime-svg-frontend'];
const AGENTS = 'todo-agents Deployment/todo-backend';
const DEPLOYMENTS = [...CHATBOT, ...HABITS, ...SVG, AGENTS];
const BUILT = [...DEPLOYMENTS, MIGRATION, PATRONI];

/** Two judges, one question. */
const asBoth = (rules: Readonly<Partial<Record<JudgeName, string>>>, of: Omit<Exception, 'judge' | 'rule'>): readonly Exception[] =>
  Object.entries(rules).map(([judge, rule]) => ({ judge: judge as JudgeName, rule, ...of }));
const PULL = { 'kube-score': 'container-image-pull-policy', checkov: 'CKV_K8S_15' };
const USER = { 'kube-score': 'container-security-context-user-group-id', checkov: 'CKV_K8S_40' };

export const EXCEPTIONS: readonly Exception[] = [
  ...asBoth(PULL, {
    on: PRODUCTION,
    objects: [...CHATBOT, POSTGRES],
    because: 'The contract says `IfNotPresent` (`todo-chatbot.k8s.image-pull-policy`).',
  }),
  ...asBoth(PULL, {
    on: PRODUCTION,
    objects: [...HABITS, ...SVG, AGENTS, PATRONI],
    because:
      'Tags of releases do not move (rule `pull-if-absent`), so an image that is there is the right one, and a copy starts again while the registry is away.',
  }),
  ...asBoth(PULL, {
    on: MINIKUBE,
    objects: [...BUILT, POSTGRES],
    because: 'Images are built in Minikube or loaded into it: `Always` would ask a registry that does not have them.',
  }),
  ...asBoth(USER, {
    on: BOTH,
    objects: [...CHATBOT, MIGRATION, ...HABITS, AGENTS],
    because: 'The contract fixes the user and the group below 10000 that its Dockerfile makes; the files of the image are theirs.',
  }),
  ...asBoth(USER, {
    on: BOTH,
    objects: [POSTGRES, PATRONI],
    because: 'PostgreSQL runs as the user that its image gives a name, 70 on Alpine and 999 on Debian: initdb ends when its user has none.',
  }),
  {
    judge: 'kube-score',
    rule: 'container-ephemeral-storage-request-and-limit',
    on: MINIKUBE,
    objects: [...BUILT, POSTGRES],
    because:
      'Minikube on btrfs does not count its disk (`localStorageCapacityIsolation`): a pod that asks for some would stay Pending there.',
  },
  {
    judge: 'kube-score',
    rule: 'deployment-replicas',
    on: MINIKUBE,
    objects: DEPLOYMENTS,
    because: 'One machine runs all systems: a second copy would go down with the first and take the memory of another.',
  },
  {
    judge: 'kube-score',
    rule: 'pod-probes-identical',
    on: BOTH,
    objects: [POSTGRES],
    because: 'The contract gives one command for both (`todo-chatbot.postgres.liveness`, `todo-chatbot.postgres.readiness`).',
  },
  {
    judge: 'kube-score',
    rule: 'pod-probes-identical',
    on: BOTH,
    objects: [...HABITS, AGENTS],
    because: 'The document gives one path that can be asked, and both probes ask it: liveness waits longer before it acts.',
  },
  {
    judge: 'kube-score',
    rule: 'pod-probes-identical',
    on: BOTH,
    objects: SVG,
    because:
      'The document gives nothing that can be asked but the port: both probes connect to it, and liveness waits longer before it acts.',
  },
  {
    judge: 'kube-score',
    rule: 'service-targets-pod',
    on: BOTH,
    objects: ['postgres-patroni Service/postgres-patroni-replicas'],
    because: 'It selects members by the role that Patroni writes on their pods while they run; no template can state it.',
  },
  {
    judge: 'checkov',
    rule: 'CKV_K8S_35',
    on: BOTH,
    objects: [...CHATBOT, MIGRATION, POSTGRES, HABITS[0] ?? '', AGENTS, PATRONI],
    because: 'The contract names its secrets as environment variables: that is what the program in the image reads.',
  },
  {
    judge: 'checkov',
    rule: 'CKV_K8S_38',
    on: BOTH,
    objects: [PATRONI],
    because: 'Members elect their leader through the cluster’s API, as the contract wants it; the Role gives what that takes and no more.',
  },
  {
    judge: 'checkov',
    rule: 'CKV_K8S_43',
    on: MINIKUBE,
    objects: BUILT,
    because: 'An image that is built in Minikube has no digest: a registry gives it one.',
  },
  {
    judge: 'checkov',
    rule: 'CKV_K8S_43',
    on: PRODUCTION,
    objects: BUILT,
    because:
      'The digest is known when the owner’s build has pushed the image: it goes into `targets/versions.json` with the tag, and this line goes.',
  },
  {
    judge: 'checkov',
    rule: 'CKV_K8S_43',
    on: BOTH,
    objects: [POSTGRES],
    because:
      'The contract names `postgres:15-alpine`, which gets PostgreSQL’s patches; an owner who pins it writes the digest into `targets/versions.json`.',
  },
  ...asBoth(
    { 'kube-score': USER['kube-score'], checkov: USER.checkov },
    {
      on: WITH_PATRONI,
      objects: [APPLICATION],
      because: 'It runs the client of the contract’s image as the user that this image has.',
    },
  ),
  {
    judge: 'checkov',
    rule: 'CKV_K8S_35',
    on: WITH_PATRONI,
    objects: [APPLICATION],
    because: 'PostgreSQL’s client reads its password from a variable, and the contract names the application’s so.',
  },
  {
    judge: 'checkov',
    rule: 'CKV_K8S_43',
    on: WITH_PATRONI,
    objects: [APPLICATION],
    because: 'The same image as the contract’s, which an owner may pin in `targets/versions.json`.',
  },
  {
    judge: 'kube-score',
    rule: 'networkpolicy-targets-pod',
    on: WITH_OPERATOR,
    objects: ['todo-chatbot NetworkPolicy/todo-postgres', 'todo-chatbot NetworkPolicy/todo-postgres-pooler'],
    because: 'The operator makes the pods that it selects; no manifest has them.',
  },
];
