import { deployment, networkPolicy, podSpec, role, secret, service, statefulSet } from '../../cluster/diff/manifests';
import { changed, editsOf, fileOf, type Manifest, reportOf, reportOfFiles, saidOf } from './trees';

const web = (o: Manifest): Manifest => o.spec.template.spec.containers[0];

describe('What is no difference', () => {
  it.each<[string, Manifest, (copy: Manifest) => void]>([
    [
      'keys in another order',
      deployment(),
      (o) => {
        o.spec = Object.fromEntries(Object.entries(o.spec).toReversed());
      },
    ],
    [
      'cpu 1000m for 1',
      deployment(),
      (o) => {
        web(o).resources.requests.cpu = '0.1';
      },
    ],
    [
      'a port as text',
      deployment(),
      (o) => {
        web(o).readinessProbe.httpGet.port = 'http';
      },
    ],
    [
      'a number in quotes where both may stand',
      service({ ports: [{ port: 80, targetPort: 8080 }] }),
      (o) => {
        o.spec.ports[0].targetPort = '8080';
      },
    ],
    [
      'the protocol TCP written out',
      service(),
      (o) => {
        o.spec.ports[0].protocol = 'TCP';
      },
    ],
    [
      'verbs in another order',
      role(),
      (o) => {
        o.rules[0].verbs.reverse();
      },
    ],
    [
      'policy types in another order',
      networkPolicy(),
      (o) => {
        o.spec.policyTypes.reverse();
      },
    ],
    [
      'a secret in data instead of stringData',
      secret(),
      (o) => {
        o.data = { a: Buffer.from('one').toString('base64') };
        delete o.stringData;
      },
    ],
    [
      'the status of the server and its own metadata',
      deployment(),
      (o) => {
        o.status = { replicas: 1 };
        o.metadata = { ...o.metadata, uid: 'x', resourceVersion: '1', creationTimestamp: null };
      },
    ],
    [
      'null and empty lists',
      deployment(),
      (o) => {
        web(o).args = [];
        web(o).lifecycle = null;
        o.metadata = { ...o.metadata, annotations: {} };
      },
    ],
  ])('%s', (_, before, mutate) => {
    const report = reportOf([before], [changed(before, mutate)]);

    expect(editsOf(report)).toEqual([]);
  });

  it('objects in another order and in other files', () => {
    const [a, b] = [deployment(), service()];

    const report = reportOfFiles([fileOf('one.yaml', a, b)], [fileOf('two.yaml', b), fileOf('deep/three.yaml', a)]);

    expect([report.sections, report.consequences, report.counts.moved]).toEqual([[], [], 2]);
  });

  it('a duration of a route written otherwise', () => {
    const route = (request: string): Manifest => ({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'web' },
      spec: { rules: [{ timeouts: { request } }] },
    });

    expect(editsOf(reportOf([route('1m30s')], [route('90s')]))).toEqual([]);
    expect(editsOf(reportOf([route('1m30s')], [route('91s')]))).toEqual(['spec.rules[0].timeouts.request: "1m30s" → "91s"']);
  });
});

describe('Lists go by the key by which Kubernetes merges them', () => {
  it.each<[string, (copy: Manifest) => void, readonly string[]]>([
    [
      'containers by name',
      (o) => o.spec.template.spec.containers.unshift({ name: 'side', image: 'side:1' }),
      ['+ spec.template.spec.containers[side]'],
    ],
    [
      'variables by name',
      (o) => {
        web(o).env = [
          { name: 'B', value: '3' },
          { name: 'A', value: '1' },
        ];
      },
      ['spec.template.spec.containers[web].env[B].value: "2" → "3"'],
    ],
    [
      'a port that keeps its name is that port',
      (o) => {
        web(o).ports[0].containerPort = 8081;
      },
      ['spec.template.spec.containers[web].ports[http].containerPort: 8080 → 8081'],
    ],
    [
      'volumes by name',
      (o) => {
        o.spec.template.spec.volumes = [
          { name: 'config', configMap: { name: 'web' } },
          { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
        ];
      },
      ['spec.template.spec.volumes[tmp].emptyDir.sizeLimit: "64Mi" → "1Gi"'],
    ],
    [
      'mounts by path',
      (o) => {
        web(o).volumeMounts = [
          { name: 'config', mountPath: '/etc/web', readOnly: true },
          { name: 'tmp', mountPath: '/tmp' },
        ];
      },
      ['+ spec.template.spec.containers[web].volumeMounts[config].readOnly'],
    ],
    [
      'words of a command by place',
      (o) => {
        web(o).args = ['a', 'b'];
      },
      ['+ spec.template.spec.containers[web].args'],
    ],
  ])('%s', (_, mutate, edits) => {
    expect(editsOf(reportOf([deployment()], [changed(deployment(), mutate)]))).toEqual(edits);
  });

  it('tolerations by key and effect', () => {
    const one = { key: 'a', operator: 'Exists', effect: 'NoSchedule' };
    const with_ = (...tolerations: object[]): Manifest =>
      changed(deployment(), (o) => {
        o.spec.template.spec.tolerations = tolerations;
      });

    expect(editsOf(reportOf([with_(one, { ...one, key: 'b' })], [with_({ ...one, key: 'b' }, one)]))).toEqual([]);
    expect(editsOf(reportOf([with_(one)], [with_(one, { ...one, key: 'b' })]))).toEqual([
      '+ spec.template.spec.tolerations[b/Exists//NoSchedule]',
    ]);
  });

  it('the order of variables is an edit only where one refers to another', () => {
    const plain = changed(deployment(), (o) => {
      web(o).env.reverse();
    });
    const referring = changed(deployment(), (o) => {
      web(o).env[1].value = '$(A)';
    });

    expect(editsOf(reportOf([deployment()], [plain]))).toEqual([]);
    expect(
      editsOf(
        reportOf(
          [referring],
          [
            changed(referring, (o) => {
              web(o).env.reverse();
            }),
          ],
        ),
      ),
    ).toEqual(['spec.template.spec.containers[web].env: ["A","B"] → ["B","A"]']);
  });
});

describe('What is shown once, counted, or not shown at all', () => {
  it('the same edit in many objects stands once, with all of them', () => {
    const all = Array.from({ length: 5 }, (_, index) =>
      changed(deployment(), (o) => {
        o.metadata = { ...o.metadata, name: `web-${index}` };
      }),
    );

    const { shared, sections } = reportOf(
      all,
      all.map((one) =>
        changed(one, (o) => {
          o.spec.revisionHistoryLimit = 3;
        }),
      ),
    );

    expect(shared.map(({ path, where }) => [path, where.length])).toEqual([['spec.revisionHistoryLimit', 5]]);
    expect(sections.flatMap(({ edits }) => edits)).toEqual([]);
  });

  it('a checksum is counted, and the restart it brings is told', () => {
    const sum = (value: string): Manifest =>
      changed(deployment(), (o) => {
        o.spec.template.metadata.annotations = { 'checksum/config': value };
      });

    const report = reportOf([sum('aa11')], [sum('bb22')]);

    expect([editsOf(report), report.counts.checksums]).toEqual([[], 1]);
    expect(saidOf(report)).toEqual(['restarts pods-restart: the only pod is replaced one after the other: its configuration (a checksum)']);
  });

  it('a default that follows another field is not shown', () => {
    const report = reportOf(
      [deployment()],
      [
        changed(deployment(), (o) => {
          o.spec.strategy = { type: 'Recreate' };
        }),
      ],
    );

    expect(editsOf(report)).toEqual(['spec.strategy.type: "RollingUpdate" → "Recreate"']);
  });

  it('folders that hold the same objects are different clusters, and a move within one is no change', () => {
    const [test, production] = [
      deployment(),
      changed(deployment(), (o) => {
        o.spec.replicas = 3;
      }),
    ];
    const files = [fileOf('web.yaml', test), fileOf('production/web.yaml', production)];

    const same = reportOfFiles(files, [fileOf('other.yaml', test), fileOf('production/sub/web.yaml', production)]);
    const gone = reportOfFiles(files, [fileOf('web.yaml', test)]);

    expect([same.sections, same.counts.moved, same.problems]).toEqual([[], 2, []]);
    expect(gone.sections.map(({ state, pair }) => [state, pair.object.place])).toEqual([['gone', 'production']]);
  });

  it('a job of a new version takes the place of the old one', () => {
    const job = (name: string, image: string): Manifest => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name },
      spec: { template: { spec: { ...podSpec(), containers: [{ name: 'web', image }], restartPolicy: 'Never' } } },
    });

    const report = reportOf([job('web-migrate-v1-0-0-a56411', 'web:v1.0.0')], [job('web-migrate-v1-0-1-bc1234', 'web:v1.0.1')]);

    expect(saidOf(report)).toEqual([
      'image image-changes: image web v1.0.0 → v1.0.1 (patch version up)',
      'left-behind left-behind: web-migrate-v1-0-1-bc1234 takes its place, and apply leaves it in the cluster',
    ]);
    expect(report.rows.map((row) => row.class)).toEqual(['image']);
  });

  it('a label of a claim template is compared like any other', () => {
    const after = changed(statefulSet(), (o) => {
      o.spec.volumeClaimTemplates[0].metadata.labels = { a: 'b' };
    });

    expect(editsOf(reportOf([statefulSet()], [after]))).toEqual(['+ spec.volumeClaimTemplates[data].metadata.labels']);
  });
});
