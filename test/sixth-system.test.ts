import { synthesize } from '../constructs/synthesize';
import { systems } from '../systems';
import { targets, versions } from '../targets';
import { podSecurityProblems } from './judges/pod-security-problems';
import { schemaProblems, VERSIONS } from './judges/schema-problems';
import { synthesized, targetCalled } from './support/synthesized';
import { shop } from './systems/shop';

describe('A sixth system of another kind is one data file and one line in the list', () => {
  const { files, findings, systems: made } = synthesize([...systems, shop], targets, versions);
  const manifests = made.filter(({ chart }) => chart.placed.name === 'shop').flatMap((one) => one.manifests);

  it('it has no finding and a file at each target', () => {
    expect(findings).toEqual([]);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['shop.k8s.yaml', 'production/shop.k8s.yaml']));
  });
  it('the other systems’ files are what they were', () => {
    const before = synthesize(systems, targets, versions).files;

    expect([...before].filter(([name, text]) => files.get(name) !== text)).toEqual([]);
  });
  it.each(VERSIONS)('its objects are valid on %s', (version) => {
    expect(manifests.flatMap((manifest) => schemaProblems(manifest, version))).toEqual([]);
  });
  it('its pods meet the restricted profile', () => {
    expect(manifests.flatMap(podSecurityProblems)).toEqual([]);
  });
});

describe('What the sixth system is made of', () => {
  const find = synthesized(shop, targetCalled('production'));
  const text = (name: `${string}/${string}`) => JSON.stringify(find(name));

  it('a worker that opens no port has no Service and is asked by command', () => {
    expect(() => find('Service/shop-worker')).toThrow('is not among');
    expect(text('Deployment/shop-worker')).toContain('"livenessProbe":{"exec":{"command":["/worker","alive"]}');
    expect(text('Deployment/shop-worker')).not.toContain('readinessProbe');
  });
  it('a gRPC service is asked by gRPC, by the number of its port', () => {
    expect(text('Deployment/shop-catalogue')).toContain(
      '"readinessProbe":{"failureThreshold":3,"grpc":{"port":9090,"service":"shop.Catalogue"}',
    );
    expect(find('Service/shop-catalogue').spec).toMatchObject({ ports: [{ port: 9091 }, { port: 9090 }] });
  });
  it('a sidecar shares the pod and the volume that the system names, as its own user', () => {
    expect(text('Deployment/shop-catalogue')).toContain('{"mountPath":"/in","name":"spool"}');
    expect(text('Deployment/shop-catalogue')).toContain('"runAsUser":65533');
    expect(() => find('Deployment/shop-shipper')).toThrow('is not among');
  });
  it('a nightly job is a CronJob in UTC that never overlaps and ends within its hour', () => {
    expect(find('CronJob/shop-report').spec).toMatchObject({ schedule: '30 2 * * *', timeZone: 'Etc/UTC', concurrencyPolicy: 'Forbid' });
    expect(text('CronJob/shop-report')).toContain('"activeDeadlineSeconds":3600');
  });
  it('the job may call what it is given, and waits for the queue', () => {
    expect(text('NetworkPolicy/shop-report')).toContain('"port":9090');
    expect(text('NetworkPolicy/shop-report')).toContain('"port":4222');
    expect(text('CronJob/shop-report')).toContain('until nc -z');
  });
  it('a queue that keeps messages is one copy with a volume of its own, whatever the target', () => {
    expect(find('StatefulSet/shop-queue').spec).toMatchObject({ replicas: 1, volumeClaimTemplates: [{ metadata: { name: 'store' } }] });
  });
  it('an image of two platforms runs on nodes of both, and only there', () => {
    expect(text('Deployment/shop-catalogue')).toContain('"key":"kubernetes.io/arch","operator":"In","values":["amd64","arm64"]');
  });
});
