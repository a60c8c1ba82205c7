import type { Manifest } from '../../constructs/in-apply-order';
import { scratch, system } from '../../contracts';
import { containerWith } from '../support/container-with';
import { ourSynthesis } from '../support/our-synthesis';
import { synthesized, targetCalled } from '../support/synthesized';
import { shop } from '../systems/shop';

interface Container {
  readonly name: string;
  readonly imagePullPolicy: string;
  readonly resources: Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>>>>;
}
interface Pod {
  readonly affinity?: object;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
}
const podIn = (manifest: Manifest): Pod => (manifest.spec as { template: { spec: Pod } }).template.spec;
const ofTarget = (target: string) => ourSynthesis().systems.filter(({ chart: { placed } }) => placed.target.name === target);
/** Its name begins so: a job's ends with its release. */
const chatbot = (target: string, object: string): Pod => {
  const made = ofTarget(target).find(({ chart: { placed } }) => placed.name === 'todo-chatbot');
  const found = made?.manifests.find(({ kind, metadata }) => `${kind}/${metadata.name}`.startsWith(object));
  if (found === undefined) throw new Error(`no ${object} at ${target}`);
  return podIn(found);
};
const DISK = 'ephemeral-storage';
const disksOf = (containers: readonly Container[] = []) =>
  containers.map(({ name, resources: { requests, limits } }) => [name, requests[DISK], limits[DISK]]);

describe('Where nodes count their disk, a container asks for it and is held to it', () => {
  it.each([
    ['Deployment/todo-backend', 'its scratch space of 64Mi and 256Mi of output', 'backend', '320Mi'],
    ['Deployment/todo-frontend', 'both of its scratch spaces, 64Mi and 256Mi, and its output', 'frontend', '576Mi'],
    ['StatefulSet/todo-postgres', 'not for its memory volume, nor for its claim', 'postgres', '328Mi'],
    ['Job/todo-backend-migrate', 'the same as the container whose image it runs', 'backend', '320Mi'],
  ])('%s: %s', (object, _, name, disk) => {
    expect(disksOf(chatbot('production', object).containers)).toEqual([[name, disk, disk]]);
  });

  it('what waits for a port has its output alone', () => {
    expect(disksOf(chatbot('production', 'Job/todo-backend-migrate').initContainers)).toEqual([['wait-for-postgres', '256Mi', '256Mi']]);
  });

  it('a shared volume counts where it comes from, even where the other contract bounds it not', () => {
    const { containers } = podIn(synthesized(shop, targetCalled('production'))('Deployment/shop-catalogue'));

    expect(disksOf(containers)).toEqual([
      ['catalogue', '384Mi', '384Mi'],
      ['shipper', '256Mi', '256Mi'],
    ]);
  });

  it('a pod with unbounded scratch space is not: it would be evicted for using what the contract gives it', () => {
    const loose = containerWith({ name: 'loose', volumes: { tmp: scratch('/tmp', 'Unbounded') } });
    const find = synthesized(system({ name: 'loose', containers: { loose }, given: { loose: {} } }), targetCalled('production'));

    expect(disksOf(podIn(find('Deployment/loose')).containers)).toEqual([['loose', undefined, undefined]]);
  });

  it('on Minikube nobody asks: one on btrfs counts no disk, and a pod that asks would never run there', () => {
    expect(JSON.stringify(ofTarget('minikube').map(({ manifests }) => manifests))).not.toContain(DISK);
  });
});

describe('The image of a release', () => {
  it.each([
    ['production', 'is asked for again, so that no image that a node kept from before changes data', 'Always'],
    ['minikube', 'is the one that was loaded: there is no registry', 'IfNotPresent'],
  ])('on %s %s', (target, _, policy) => {
    const { containers, initContainers = [] } = chatbot(target, 'Job/todo-backend-migrate');

    expect([...initContainers, ...containers].map(({ imagePullPolicy }) => imagePullPolicy)).toEqual([policy, policy]);
  });

  it('on a schedule is taken as it lies there: a nightly run must not wait for a registry', () => {
    const { jobTemplate } = synthesized(shop, targetCalled('production'))('CronJob/shop-report').spec as { jobTemplate: { spec: object } };

    expect(JSON.stringify(jobTemplate)).toContain('"imagePullPolicy":"IfNotPresent"');
    expect(JSON.stringify(jobTemplate)).not.toContain('Always');
  });
});

describe('Copies shun each other’s node', () => {
  it('as a wish, so that both still run on one node', () => {
    expect(chatbot('production', 'Deployment/todo-backend').affinity).toEqual({
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              topologyKey: 'kubernetes.io/hostname',
              labelSelector: {
                matchLabels: {
                  'app.kubernetes.io/name': 'todo-backend',
                  'app.kubernetes.io/instance': 'todo-chatbot',
                  'app.kubernetes.io/component': 'backend',
                },
              },
            },
          },
        ],
      },
    });
  });

  it('a job has no copies to shun', () => {
    expect(chatbot('production', 'Job/todo-backend-migrate').affinity).toBeUndefined();
  });

  it('where one copy runs there is nothing to say', () => {
    expect(chatbot('minikube', 'Deployment/todo-backend').affinity).toBeUndefined();
    expect(chatbot('production', 'StatefulSet/todo-postgres').affinity).toBeUndefined();
  });
});
