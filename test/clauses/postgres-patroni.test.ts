import { dirname } from 'node:path';
import { both, proofsOf } from '../support/proofs-of';

const POD = 'StatefulSet/postgres-patroni spec.template.spec';
const POSTGRES = `${POD}.containers[postgres]`;
const HEALTHCHECK = ['/opt/container/scripts/healthcheck.sh'];

proofsOf('postgres-patroni', ({ prove, fields }) => {
  prove('postgres-patroni.env.all-configuration', both, ({ see, placed }) => {
    const names = (see(`${POSTGRES}.env`) as readonly { readonly name: string }[]).map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining([
        'PATRONI_SCOPE',
        'PATRONI_NAME',
        'PATRONI_KUBERNETES_NAMESPACE',
        'PATRONI_KUBERNETES_POD_IP',
        'PATRONI_KUBERNETES_LABELS',
        'PATRONI_SUPERUSER_USERNAME',
        'PATRONI_SUPERUSER_PASSWORD',
        'PATRONI_REPLICATION_USERNAME',
        'PATRONI_REPLICATION_PASSWORD',
        'PGDATA',
      ]),
    );
    expect(names.toSorted()).toEqual(Object.keys(placed.system.contracts.postgres?.env ?? {}).toSorted());
  });
  prove('postgres-patroni.user.non-root', both, ({ see }) => {
    expect(see(`${POD}.securityContext.runAsNonRoot`)).toBe(true);
    expect(see(`${POD}.securityContext.runAsUser`)).toBeGreaterThan(0);
  });
  prove('postgres-patroni.entrypoint.signals-grace', both, ({ see }) => {
    expect(see(`${POD}.terminationGracePeriodSeconds`)).toBeGreaterThanOrEqual(60);
  });
  fields([
    ['postgres-patroni.entrypoint.not-overridden', both, `${POSTGRES}.command`, undefined],
    ['postgres-patroni.healthcheck.interval-probe', both, `${POSTGRES}.livenessProbe.periodSeconds`, 30],
    ['postgres-patroni.healthcheck.timeout-probe', both, `${POSTGRES}.livenessProbe.timeoutSeconds`, 10],
    ['postgres-patroni.healthcheck.retries-probe', both, `${POSTGRES}.livenessProbe.failureThreshold`, 3],
  ]);
  prove('postgres-patroni.healthcheck.start-period-probe', both, ({ see }) => {
    const { periodSeconds, failureThreshold } = see(`${POSTGRES}.startupProbe`) as Record<string, number>;

    expect(Number(periodSeconds) * Number(failureThreshold)).toBeGreaterThanOrEqual(60 + 3 * 30);
  });
  prove('postgres-patroni.healthcheck.command-probe', both, ({ see }) => {
    expect(see(`${POSTGRES}.livenessProbe.exec.command`)).toEqual(HEALTHCHECK);
    expect(see(`${POSTGRES}.startupProbe.exec.command`)).toEqual(HEALTHCHECK);
  });
  prove('postgres-patroni.volumes.persistent', both, ({ see }) => {
    expect(see('StatefulSet/postgres-patroni spec.volumeClaimTemplates[0].metadata.name')).toBe('data');
    expect(see('StatefulSet/postgres-patroni spec.volumeClaimTemplates[0].spec.accessModes')).toEqual(['ReadWriteOnce']);
    expect(see(`${POSTGRES}.volumeMounts[data].mountPath`)).toBe(dirname(String(see(`${POSTGRES}.env[PGDATA].value`))));
  });
  prove('postgres-patroni.volumes.permissions', both, ({ see, placed }) => {
    expect(see(`${POD}.securityContext.fsGroup`)).toBe(placed.system.contracts.postgres?.user.gid);
    expect(see(`${POD}.securityContext.fsGroupChangePolicy`)).toBe('OnRootMismatch');
    expect(see(`${POSTGRES}.env[PGDATA].value`)).toBe(`${see(`${POSTGRES}.volumeMounts[data].mountPath`)}/pgdata`);
  });
  prove('postgres-patroni.tests.runtime.resource-limits', both, ({ see }) => {
    expect(see(`${POSTGRES}.resources`)).toMatchObject({
      limits: { memory: expect.any(String) },
      requests: { cpu: expect.any(String), memory: expect.any(String) },
    });
  });
});
