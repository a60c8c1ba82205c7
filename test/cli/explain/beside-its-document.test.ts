import { explainOurs } from './explain-ours';

/** Section -> `field value`, as a person reads them. */
const sectionsIn = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text
      .split('\n\n')
      .slice(1)
      .map((block) => {
        const [heading = '', ...rows] = block.trimEnd().split('\n');
        return [heading, rows.map((row) => row.trim().split(/ {2,}/).slice(0, 2).join(' '))];
      }),
  );
const listing = (system: string, object: string, target = 'production') => explainOurs(system, target, { object }).out;
const BACKEND = '…containers[backend]';

describe('waybill explain todo-chatbot Deployment/todo-backend', () => {
  const sections = sectionsIn(listing('todo-chatbot', 'Deployment/todo-backend'));
  const of = (heading: string) => sections.get(heading);

  it('has the sections of the document in its order, then wiring, target and rules', () => {
    expect([...sections.keys()]).toEqual([
      '001 §2 Backend (FastAPI) Docker Interface / Dockerfile Structure (Multi-Stage Build)',
      '001 §2 Backend (FastAPI) Docker Interface / Build Commands',
      '001 §2 Backend (FastAPI) Docker Interface / Runtime Requirements / Environment Variables',
      '001 §2 Backend (FastAPI) Docker Interface / Runtime Requirements / Exposed Ports',
      '001 §2 Backend (FastAPI) Docker Interface / Runtime Requirements / Health Check Endpoints',
      '001 §2 Backend (FastAPI) Docker Interface / Runtime Requirements / Volume Mounts',
      '001 §2 Backend (FastAPI) Docker Interface / User and Security',
      '001 §2 Backend (FastAPI): Volumes',
      '001 §2 Backend (FastAPI): Process',
      '001 §2 Backend (FastAPI): Name',
      '001 §4 Docker Compose Interface (Local Development) / docker-compose.yml',
      '001 §6 Kubernetes Integration / Image Pull Configuration',
      '001 §6 Kubernetes Integration / Resource Constraints',
      '001 §6 Kubernetes Integration / Security Context',
      '001 Summary',
      'How the system is wired',
      'The target',
      'Rules of Waybill',
    ]);
  });

  it('reads as Image Pull Configuration of section 6', () => {
    expect(of('001 §6 Kubernetes Integration / Image Pull Configuration')).toEqual([
      '…imagePullSecrets[ghcr-pull-secret].name ghcr-pull-secret',
      `${BACKEND}.image ghcr.io/yourorg/todo-backend:v1.0.0`,
      `${BACKEND}.name backend`,
      `${BACKEND}.imagePullPolicy IfNotPresent`,
    ]);
  });

  it('reads as Resource Constraints of section 6', () => {
    expect(of('001 §6 Kubernetes Integration / Resource Constraints')).toEqual([
      `${BACKEND}.resources.limits.cpu "1"`,
      `${BACKEND}.resources.limits.memory 1Gi`,
      `${BACKEND}.resources.requests.cpu 250m`,
      `${BACKEND}.resources.requests.memory 256Mi`,
    ]);
  });

  it('reads as Security Context of section 6', () => {
    expect(of('001 §6 Kubernetes Integration / Security Context')).toEqual([
      '…securityContext.runAsNonRoot true',
      '…securityContext.runAsUser 1000',
      '…securityContext.fsGroup 1000',
      '…securityContext.seccompProfile.type RuntimeDefault',
      `${BACKEND}.securityContext.allowPrivilegeEscalation false`,
      `${BACKEND}.securityContext.readOnlyRootFilesystem true`,
      `${BACKEND}.securityContext.capabilities.drop ["ALL"]`,
    ]);
  });

  it('reads as the table of environment variables of section 2, in its order', () => {
    const names = of('001 §2 Backend (FastAPI) Docker Interface / Runtime Requirements / Environment Variables')?.map(
      (row) => /env\[(\w+)\]/.exec(row)?.[1],
    );

    expect([...new Set(names)]).toEqual([
      'DATABASE_URL',
      'JWT_SECRET',
      'JWT_ALGORITHM',
      'JWT_EXPIRATION',
      'ENVIRONMENT',
      'CORS_ORIGINS',
      'LOG_LEVEL',
      'LOG_FORMAT',
    ]);
  });

  it('reads as User and Security of section 2', () => {
    expect(of('001 §2 Backend (FastAPI) Docker Interface / User and Security')).toEqual([
      '…securityContext.runAsNonRoot true',
      '…securityContext.runAsUser 1000',
      '…securityContext.runAsGroup 1001',
      `${BACKEND}.securityContext.readOnlyRootFilesystem true`,
      `${BACKEND}.volumeMounts[tmp].mountPath /tmp`,
      `${BACKEND}.securityContext.capabilities.drop ["ALL"]`,
      `${BACKEND}.securityContext.allowPrivilegeEscalation false`,
    ]);
  });

  it('names the clause beside each field', () => {
    expect(listing('todo-chatbot', 'Deployment/todo-backend')).toMatch(
      /\.resources\.limits\.memory +1Gi +todo-chatbot\.k8s\.resources\.limit-memory\n/,
    );
  });

  it('says of a target’s choice which one, and of a rule its sentence', () => {
    const text = listing('todo-chatbot', 'Deployment/todo-backend');

    expect(text).toMatch(/ spec\.replicas +2 +production\.replicas\.alike\n/);
    expect(text).toMatch(/ spec\.revisionHistoryLimit +5 +Five old versions are kept for a rollback\.\n/);
  });
});

describe('waybill explain', () => {
  it('says what was added where the document is silent, and why', () => {
    expect(listing('todo-chatbot', 'Deployment/todo-backend')).toContain(
      'todo-chatbot.backend.process.stopsWithin · added: The document gives no figure; Docker and Kubernetes users expect half a minute.',
    );
  });

  it('says where the manifest departs from a clause, with its literal value, and why', () => {
    expect(listing('todo-chatbot', 'StatefulSet/todo-postgres')).toMatch(
      /runAsUser +70 .*departs from todo-chatbot\.k8s\.security\.run-as-user, where the document has 1000: postgres of the Alpine image is 70/,
    );
  });

  it('says what is still an example of what only the owner knows', () => {
    expect(listing('todo-chatbot', 'Deployment/todo-backend')).toContain('still an example: Which registry and owner has the images?');
  });

  it('shows at Minikube what Minikube has: no pull secret, no clause about production', () => {
    const text = listing('todo-chatbot', 'Deployment/todo-backend', 'minikube');

    expect(text).not.toContain('imagePullSecrets');
    expect(text).not.toContain('build.production-image');
    expect(text).toContain('todo-chatbot.backend.build.minikube-image');
  });

  it('holds a clause about the backend against no other container', () => {
    expect(listing('todo-chatbot', 'Deployment/todo-frontend')).not.toContain('todo-chatbot.backend.security');
  });

  it('lists, without an object, every object and why it exists', () => {
    const { out } = explainOurs('realtime-svg', 'minikube');

    expect(out).toMatch(/^realtime-svg at minikube\n {2}Namespace\/realtime-svg +One namespace a system/);
    expect(out).toMatch(/\n {2}Deployment\/realtime-svg-frontend +A container that keeps nothing runs as a Deployment/);
  });

  it('shows a few fields from close by: the clause in its own words, and the place in the contract', () => {
    const question = { object: 'Deployment/todo-backend', field: 'limits.memory' };

    expect(explainOurs('todo-chatbot', 'production', question).out).toEqual(`Deployment/todo-backend of todo-chatbot at production

spec.template.spec.containers[backend].resources.limits.memory: 1Gi
  clause todo-chatbot.k8s.resources.limit-memory
    001, 6. Kubernetes Integration / Resource Constraints: Backend limits.memory is 1Gi (1 GiB).
  contract todo-chatbot.backend.resources.limits.memory (001 §2 Backend (FastAPI))
`);
  });
});
