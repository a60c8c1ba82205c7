import fc from 'fast-check';
import { plain } from '../../constructs/explained';
import { toKubeProbes } from '../../constructs/to-kube-probes';
import type { PlacedContainer } from '../../contracts/placed';

const containerWith = (health: object): PlacedContainer =>
  ({ at: 'shop.web', contract: { ports: { http: { number: 8000, protocol: 'TCP' } }, health } }) as unknown as PlacedContainer;
const probesOf = (health: object) =>
  plain(toKubeProbes(containerWith(health))) as Readonly<Record<string, Readonly<Record<string, number>>>>;
const livez = { check: 'http', path: '/livez', port: 'http' } as const;
const readyz = { check: 'http', path: '/readyz', port: 'http', timing: { within: '500ms' } } as const;

describe('HEALTHCHECK becomes three probes', () => {
  it('liveness keeps interval, timeout and retries', () => {
    const { livenessProbe } = probesOf({
      liveness: livez,
      readiness: readyz,
      healthcheck: { interval: '30s', timeout: '3s', startPeriod: '40s', retries: 3 },
    });

    expect(livenessProbe).toMatchObject({ periodSeconds: 30, timeoutSeconds: 3, failureThreshold: 3 });
  });
  it('readiness takes the smallest whole second that holds the budget of the table', () => {
    const { readinessProbe } = probesOf({
      liveness: livez,
      readiness: readyz,
      healthcheck: { interval: '30s', timeout: '3s', startPeriod: '40s', retries: 3 },
    });

    expect(readinessProbe).toMatchObject({ periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3 });
  });
  it('a start is never judged more strictly than Docker judges it: start period, then all retries', () => {
    fc.assert(
      fc.property(
        fc.record({ interval: fc.nat(600), startPeriod: fc.nat(3600), retries: fc.integer({ min: 1, max: 20 }) }),
        ({ interval, startPeriod, retries }) => {
          const healthcheck = { interval: `${interval + 1}s`, timeout: '1s', startPeriod: `${startPeriod}s`, retries };

          const { startupProbe } = probesOf({ liveness: livez, readiness: readyz, healthcheck });

          expect((startupProbe?.periodSeconds ?? 0) * (startupProbe?.failureThreshold ?? 0)).toBeGreaterThanOrEqual(
            startPeriod + retries * (interval + 1),
          );
        },
      ),
    );
  });
  it('a longer start that the contract allows holds beside it', () => {
    const { startupProbe } = probesOf({
      liveness: livez,
      readiness: readyz,
      startsWithin: '10m',
      healthcheck: { interval: '30s', timeout: '10s', startPeriod: '60s', retries: 3 },
    });

    expect(startupProbe).toMatchObject({ periodSeconds: 10, failureThreshold: 60 });
  });
});

describe('Without HEALTHCHECK', () => {
  it('figures of the check itself hold', () => {
    const timing = { every: '20s', within: '5s', failures: 2 };

    const { livenessProbe } = probesOf({ liveness: { ...livez, timing }, readiness: readyz });

    expect(livenessProbe).toMatchObject({ periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 2 });
  });
  it('no start period is no startup probe', () => {
    expect(probesOf({ liveness: livez, readiness: readyz })).not.toHaveProperty('startupProbe');
  });
  it('a check that is none is no probe', () => {
    const none = { check: 'none', because: 'it ends by itself' };

    expect(probesOf({ liveness: none, readiness: none })).toEqual({});
  });
});
