import { RULES } from '../../../cli/diff/consequences';
import { CLASSES } from '../../../cli/diff/consequences/rule';
import * as made from '../../cluster/diff/manifests';
import { changed, type Manifest, reportOf, saidOf } from './trees';

const web = (o: Manifest): Manifest => o.spec.template.spec.containers[0];
const named = (o: Manifest, name: string): Manifest => ({ ...o, metadata: { ...o.metadata, name } });
/** Consequences of one class, without the restart that nearly every change of a pod brings. */
const said = (kind: string, before: readonly Manifest[], after: readonly Manifest[]): readonly string[] =>
  saidOf(reportOf(before, after)).filter((text) => text.startsWith(`${kind} `));
const saidAfter = (kind: string, before: Manifest, mutate: (copy: Manifest) => void): readonly string[] =>
  said(kind, [before], [changed(before, mutate)]);
const hardened = (): Manifest =>
  changed(made.deployment(), (o) => {
    o.spec.template.spec.automountServiceAccountToken = false;
    o.spec.template.spec.securityContext = { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } };
    web(o).securityContext = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
  });
const database = (): Manifest =>
  changed(made.statefulSet(), (o) => {
    o.spec.template.spec.containers = [
      {
        name: 'db',
        image: 'postgres:15.4-alpine',
        env: [{ name: 'PGDATA', value: '/data/pg' }],
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
      },
    ];
  });

describe('The rules', () => {
  it('have an id of their own and a sentence, and there is one for each class', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.filter(({ says }) => !says.endsWith('.'))).toEqual([]);
    expect([...new Set(RULES.map((rule) => rule.class))].toSorted()).toEqual([...CLASSES].toSorted());
  });
});

describe('data', () => {
  it.each([
    ['a claim', made.claim()],
    ['a StatefulSet', made.statefulSet()],
    ['a namespace', made.namespace()],
    [
      'a CRD',
      { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'webs.example.com' }, spec: {} },
    ],
  ])('%s that goes away', (_, object) => {
    expect(said('data', [object], [])).toEqual([expect.stringContaining('data-goes-away: ')]);
  });
  it('a Deployment that goes away holds none', () => {
    expect(said('data', [made.deployment()], [])).toEqual([]);
  });
  it.each<[string, (o: Manifest) => void, string]>([
    [
      'PGDATA moves',
      (o) => {
        o.spec.template.spec.containers[0].env[0].value = '/data/other';
      },
      'data data-moves: PGDATA of db moves from /data/pg to /data/other',
    ],
    [
      'a mount moves',
      (o) => {
        o.spec.template.spec.containers[0].volumeMounts[0].mountPath = '/elsewhere';
      },
      'data data-moves: data of db is mounted at /elsewhere instead of /data',
    ],
    [
      'a mount goes',
      (o) => {
        o.spec.template.spec.containers[0].volumeMounts = [];
      },
      'data data-moves: db no longer mounts data, which keeps its data, at /data',
    ],
    [
      'a subPath comes',
      (o) => {
        o.spec.template.spec.containers[0].volumeMounts[0].subPath = 'pg';
      },
      'data data-moves: data of db is mounted at /data (subPath pg) instead of /data',
    ],
    [
      'the major version jumps',
      (o) => {
        o.spec.template.spec.containers[0].image = 'postgres:16.1-alpine';
      },
      'data database-major-jumps: the major version of database postgres goes up from 15.4-alpine to 16.1-alpine',
    ],
    [
      'claims are to be deleted',
      (o) => {
        o.spec.persistentVolumeClaimRetentionPolicy = { whenScaled: 'Delete' };
      },
      'data data-moves: claims are deleted with their data when it is scaled down',
    ],
  ])('%s', (_, mutate, text) => {
    expect(saidAfter('data', database(), mutate)).toEqual([text]);
  });
  it.each<[string, (o: Manifest) => void]>([
    [
      'a minor version of the database',
      (o) => {
        o.spec.template.spec.containers[0].image = 'postgres:15.5-alpine';
      },
    ],
    [
      'another registry',
      (o) => {
        o.spec.template.spec.containers[0].image = 'mirror.example.com/postgres:15.4-alpine';
      },
    ],
    [
      'a scratch volume that moves',
      (o) => {
        o.spec.template.spec.volumes[0].emptyDir = { medium: 'Memory' };
      },
    ],
  ])('%s loses none', (_, mutate) => {
    expect(saidAfter('data', database(), mutate)).toEqual([]);
  });
});

describe('downtime', () => {
  const three = (): Manifest =>
    changed(made.deployment(), (o) => {
      o.spec.replicas = 3;
    });
  it.each<[string, Manifest, (o: Manifest) => void, string]>([
    [
      'none left',
      three(),
      (o) => {
        o.spec.replicas = 0;
      },
      'fewer-pods: it is scaled from 3 to 0: nothing serves',
    ],
    [
      'one left',
      three(),
      (o) => {
        o.spec.replicas = 1;
      },
      'fewer-pods: it is scaled from 3 to one: each restart and each drained node interrupts it',
    ],
    [
      'Recreate',
      three(),
      (o) => {
        o.spec.strategy = { type: 'Recreate' };
      },
      'fewer-pods: all pods stop before new ones start, at each update',
    ],
    [
      'no probe',
      three(),
      (o) => {
        delete web(o).readinessProbe;
      },
      'probe-loosened: the readinessProbe of web goes away: pods get traffic before they can answer',
    ],
    [
      'a slower probe',
      three(),
      (o) => {
        web(o).readinessProbe.periodSeconds = 30;
      },
      'probe-loosened: the readinessProbe of web notices after 91 s instead of 31 s',
    ],
    [
      'less grace',
      three(),
      (o) => {
        o.spec.template.spec.terminationGracePeriodSeconds = 5;
      },
      'probe-loosened: pods get 5 s instead of 30 s to end before they are killed',
    ],
    [
      'a looser budget',
      made.budget(),
      (o) => {
        o.spec.maxUnavailable = 2;
      },
      'budget-loosened: 2 pods may go at once instead of 1',
    ],
  ])('%s', (_, before, mutate, text) => {
    expect(saidAfter('downtime', before, mutate)).toEqual([`downtime ${text}`]);
  });
  it('a number of copies that an autoscaler takes over, and gives back', () => {
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', namespace: three().metadata.namespace },
      spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    };
    const free = changed(three(), (o) => {
      delete o.spec.replicas;
    });
    const one = changed(three(), (o) => {
      o.spec.replicas = 1;
    });

    const on = reportOf([three()], [free, autoscaler]);

    expect(saidOf(on).filter((text) => text.startsWith('downtime'))).toEqual([
      'downtime replicas-change-hands: the number of copies leaves the manifest: apply removes it in the cluster too, which means one, so 2 of 3 pods stop until the autoscaler brings them back',
    ]);
    expect(on.consequences.find(({ rule }) => rule === 'replicas-change-hands')?.cure).toBe(
      "before the apply, take it out of what kubectl remembers of the last one: kubectl apply view-last-applied deployment/web -o yaml | sed '/^  replicas: [0-9]*$/d' | kubectl apply set-last-applied -f -",
    );
    expect(said('downtime', [free, autoscaler], [three()])).toEqual([
      'downtime replicas-change-hands: apply sets 3 copies, whatever number the autoscaler has come to',
    ]);
    expect(said('downtime', [one], [free, autoscaler])).toEqual([]);
    expect(said('downtime', [free], [three()])).toEqual([]);
  });
  it('a budget that goes away', () => {
    expect(said('downtime', [made.budget()], [])).toHaveLength(1);
  });
  it('more replicas, a quicker probe and a tighter budget are none', () => {
    expect(
      saidAfter('downtime', three(), (o) => {
        o.spec.replicas = 4;
        web(o).readinessProbe.periodSeconds = 5;
        o.spec.template.spec.terminationGracePeriodSeconds = 60;
      }),
    ).toEqual([]);
    expect(
      saidAfter('downtime', made.budget(), (o) => {
        o.spec.maxUnavailable = 0;
      }),
    ).toEqual([]);
  });
});

describe('security', () => {
  it.each<[string, (o: Manifest) => void, string]>([
    [
      'privileged',
      (o) => {
        web(o).securityContext = { privileged: true, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
      },
      'web is privileged: it is root on the node',
    ],
    [
      'a capability',
      (o) => {
        web(o).securityContext.capabilities.add = ['NET_ADMIN'];
      },
      'web gets capability NET_ADMIN',
    ],
    [
      'root',
      (o) => {
        o.spec.template.spec.securityContext.runAsUser = 0;
      },
      'web runs as root',
    ],
    [
      'no seccomp',
      (o) => {
        delete o.spec.template.spec.securityContext.seccompProfile;
      },
      'web runs without a seccomp profile',
    ],
    [
      'a writable root',
      (o) => {
        delete web(o).securityContext.readOnlyRootFilesystem;
      },
      'web may write to its own root file system',
    ],
    [
      'the network of the node',
      (o) => {
        o.spec.template.spec.hostNetwork = true;
      },
      "the pod shares the node's namespace: hostNetwork",
    ],
    [
      'a folder of the node',
      (o) => {
        o.spec.template.spec.volumes.push({ name: 'logs', hostPath: { path: '/var/log' } });
      },
      'the pod mounts /var/log of the node',
    ],
    [
      'a token',
      (o) => {
        delete o.spec.template.spec.automountServiceAccountToken;
      },
      'a token for the cluster API is mounted into the pod unless its ServiceAccount says no',
    ],
    [
      'a port of the node',
      (o) => {
        web(o).ports[0].hostPort = 8080;
      },
      'web takes port 8080 of the node',
    ],
  ])('%s', (_, mutate, text) => {
    expect(saidAfter('security', hardened(), mutate)).toContain(`security context-weakened: ${text}`);
  });
  it('the same context said by the container instead of the pod is no weakening', () => {
    expect(
      saidAfter('security', hardened(), (o) => {
        web(o).securityContext.runAsNonRoot = true;
        delete o.spec.template.spec.securityContext.runAsNonRoot;
      }),
    ).toEqual([]);
  });
  it.each<[string, Manifest, (o: Manifest) => void, string]>([
    [
      'a lower PodSecurity level',
      made.namespace(),
      (o) => {
        o.metadata.labels['pod-security.kubernetes.io/enforce'] = 'baseline';
      },
      'pod-security-lowered: PodSecurity enforce goes from restricted to baseline',
    ],
    ['more verbs', made.role(), (o) => o.rules[0].verbs.push('delete'), 'rights-widened: it now allows: delete pods'],
    [
      'another subject',
      made.roleBinding(),
      (o) => o.subjects.push({ kind: 'Group', name: 'everyone' }),
      'rights-widened: Group everyone gets the rights of web',
    ],
    [
      'the token of an account',
      made.serviceAccount(),
      (o) => {
        delete o.automountServiceAccountToken;
      },
      'rights-widened: pods of this ServiceAccount get its token mounted',
    ],
    [
      'traffic from anybody',
      made.networkPolicy(),
      (o) => {
        o.spec.ingress[0].from = [];
      },
      'network-opened: traffic may come from anybody on 8080/TCP',
    ],
    [
      'an exception less',
      made.networkPolicy(),
      (o) => {
        o.spec.egress[0].to[0].ipBlock.except = [];
      },
      'network-opened: traffic may go to 10.0.0.0/8 on any port',
    ],
    [
      'a direction that is free',
      made.networkPolicy(),
      (o) => {
        o.spec.policyTypes = ['Ingress'];
        delete o.spec.egress;
      },
      'network-opened: Egress is no longer held back',
    ],
  ])('%s', (_, before, mutate, text) => {
    expect(saidAfter('security', before, mutate)).toEqual([`security ${text}`]);
  });
  it('a policy that goes away', () => {
    expect(said('security', [made.networkPolicy()], [])).toHaveLength(1);
  });
  it('fewer rights, fewer subjects and a narrower policy open nothing', () => {
    expect(
      saidAfter('security', made.role(), (o) => {
        o.rules[0].verbs = ['get'];
      }),
    ).toEqual([]);
    expect(
      saidAfter('security', made.roleBinding(), (o) => {
        o.subjects = [];
      }),
    ).toEqual([]);
    expect(
      saidAfter('security', made.networkPolicy(), (o) => {
        o.spec.egress = [];
      }),
    ).toEqual([]);
  });
});

describe("A secret's value", () => {
  const VALUE = 'hunter2-hunter2';
  it.each<[string, Manifest, (o: Manifest) => void]>([
    ['in a variable', made.deployment(), (o) => web(o).env.push({ name: 'DB_PASSWORD', value: VALUE })],
    ['in an address', made.deployment(), (o) => web(o).env.push({ name: 'DATABASE', value: `postgresql://user:${VALUE}@db:5432/x` })],
    [
      'in an argument',
      made.deployment(),
      (o) => {
        web(o).args = [`--db=postgresql://user:${VALUE}@db/x`];
      },
    ],
    [
      'in a ConfigMap',
      made.configMap(),
      (o) => {
        o.data['app.conf'] = `host = db\npassword = ${VALUE}\n`;
      },
    ],
    [
      'in a committed Secret',
      made.secret(),
      (o) => {
        o.stringData.a = VALUE;
      },
    ],
  ])('%s is told and never shown', (_, before, mutate) => {
    const report = reportOf([before], [changed(before, mutate)]);

    expect(saidOf(report).filter((text) => text.startsWith('security secret-in-the-clear'))).toHaveLength(1);
    expect(JSON.stringify([...report.comparison.head.objects.values()])).not.toContain(VALUE);
  });
  it.each([
    ['TOKEN_TTL', '3600'],
    ['PASSWORD_FILE', '/run/secrets/password'],
    ['SECRET_NAME', 'web'],
    ['API_KEY', '$(FROM_ELSEWHERE)'],
    ['LOG_LEVEL', 'debug'],
  ])('%s=%s holds none', (name, value) => {
    expect(saidAfter('security', made.deployment(), (o) => web(o).env.push({ name, value }))).toEqual([]);
  });
});

describe('exposure', () => {
  it.each<[string, Manifest, (o: Manifest) => void, readonly string[]]>([
    [
      'a host',
      made.ingress(),
      (o) => o.spec.rules.push({ ...o.spec.rules[0], host: 'api.example.com' }),
      ['api.example.com is served from outside the cluster'],
    ],
    [
      'no TLS',
      made.ingress(),
      (o) => {
        delete o.spec.tls;
      },
      ['web.example.com is served without TLS'],
    ],
    [
      'a load balancer',
      made.service(),
      (o) => {
        o.spec.type = 'LoadBalancer';
      },
      ['a load balancer opens it to the outside'],
    ],
    [
      'a node port',
      made.service(),
      (o) => {
        o.spec.type = 'NodePort';
      },
      ['every node opens a port for it'],
    ],
  ])('%s', (_, before, mutate, texts) => {
    expect(saidAfter('exposure', before, mutate)).toEqual(texts.map((text) => `exposure exposed-more: ${text}`));
  });
  it('another Service behind the same host exposes nothing more', () => {
    expect(
      saidAfter('exposure', made.ingress(), (o) => {
        o.spec.rules[0].http.paths[0].backend.service.name = 'other';
      }),
    ).toEqual([]);
  });
});

describe('image', () => {
  it.each([
    ['web:1.0.0', 'web:1.0.1', 'image web 1.0.0 → 1.0.1 (patch version up)'],
    ['web:1.2.0', 'web:1.1.0', 'image web 1.2.0 → 1.1.0 (minor version down)'],
    ['web:1.9', 'web:2.0', 'image web 1.9 → 2.0 (major version up)'],
    ['web:1.0', 'web:latest', 'image web 1.0 → latest (to a moving tag); latest may mean another image tomorrow'],
    ['web:1.0', 'web', 'image web 1.0 → no tag (to a moving tag); no tag may mean another image tomorrow'],
    ['ghcr.io/a/web:1', 'evil.example.com/a/web:1', 'image web comes from registry evil.example.com instead of ghcr.io'],
    ['web:1.0-alpine', 'web:1.0-slim', 'image web 1.0-alpine → 1.0-slim (another variant)'],
    [`web:1@sha256:${'a'.repeat(64)}`, 'web:1', 'image web 1 loses its digest'],
    ['localhost:5000/web:1', 'localhost:5000/web:2', 'image web 1 → 2 (major version up)'],
  ])('%s to %s', (before, after, text) => {
    const old = changed(made.deployment(), (o) => {
      web(o).image = before;
    });

    expect(
      saidAfter('image', old, (o) => {
        web(o).image = after;
      }),
    ).toEqual([`image image-changes: ${text}`]);
  });
});

describe('capacity', () => {
  it('sums requests and limits of a namespace before and after', () => {
    expect(
      saidAfter('capacity', made.deployment(), (o) => {
        o.spec.replicas = 3;
        web(o).resources.limits.memory = '256Mi';
      }),
    ).toEqual([
      'capacity capacity-changes: limits memory 128Mi → 768Mi, pods 1 → 3, requests cpu 100m → 300m, requests memory 64Mi → 192Mi',
    ]);
  });
  it('the same amounts written otherwise are no change', () => {
    expect(
      saidAfter('capacity', made.deployment(), (o) => {
        web(o).resources.requests.cpu = '0.1';
      }),
    ).toEqual([]);
  });
});

describe('configuration', () => {
  it('names keys and shows variables, and of a Secret the keys alone', () => {
    expect(
      saidAfter('configuration', made.configMap(), (o) => {
        o.data = { a: '9', c: '3' };
      }),
    ).toEqual(['configuration configuration-changes: key a changed; key b gone; key c new']);
    expect(
      saidAfter('configuration', made.secret(), (o) => {
        o.stringData.a = 'two';
      }),
    ).toEqual(['configuration configuration-changes: key a changed']);
    expect(
      saidAfter('configuration', made.deployment(), (o) => {
        web(o).env[0].value = '9';
      }),
    ).toEqual(['configuration configuration-changes: A 1 → 9']);
  });
});

describe('left behind', () => {
  const shop = (object: Manifest): Manifest => ({ ...object, metadata: { ...object.metadata, namespace: 'shop' } });
  it('gives the very line that deletes it, and warns where data hangs on it', () => {
    const { consequences, commands } = reportOf([shop(made.service()), shop(made.claim())], []);

    expect(commands).toEqual(['kubectl -n shop delete persistentvolumeclaim web', 'kubectl -n shop delete service web']);
    expect(consequences.filter((one) => one.class === 'left-behind').map(({ sentence }) => sentence)).toEqual([
      'apply leaves it in the cluster; deleting it deletes its data',
      'apply leaves it in the cluster',
    ]);
  });
  it('a namespace that goes takes what is in it along', () => {
    const namespace = named(made.namespace(), 'shop');

    expect(reportOf([namespace, shop(made.service()), shop(made.deployment())], []).commands).toEqual(['kubectl delete namespace shop']);
  });
  it('a name cannot add words to the line', () => {
    expect(reportOf([shop(named(made.configMap(), 'x; rm -rf /'))], []).commands).toEqual([
      "kubectl -n shop delete configmap 'x; rm -rf /'",
    ]);
  });
});

describe('refused', () => {
  it('what the server refuses restarts nothing', () => {
    const report = reportOf(
      [made.deployment()],
      [
        changed(made.deployment(), (o) => {
          o.spec.selector.matchLabels.tier = 'front';
          web(o).image = 'web:2';
        }),
      ],
    );

    expect(report.consequences.map((one) => one.class)).toEqual(['refused', 'image']);
  });
  it('names the versions where not all refuse it', () => {
    const { rows } = reportOf(
      [made.statefulSet()],
      [
        changed(made.statefulSet(), (o) => {
          o.spec.revisionHistoryLimit = 3;
        }),
      ],
      ['1.31', '1.32', '1.33'],
    );

    expect(rows.map(({ rule, versions }) => [rule, versions])).toEqual([['statefulset-fields-are-fixed', ['1.31', '1.32']]]);
  });
  it('an API that is gone is refused from that version on', () => {
    const budget = made.budget();

    expect(
      reportOf([budget], [{ ...budget, apiVersion: 'policy/v1beta1' }], ['1.24', '1.25']).rows.map(({ rule, versions }) => [
        rule,
        versions,
      ]),
    ).toEqual([['api-is-served', ['1.25']]]);
  });
});
