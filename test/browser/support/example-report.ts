import type { Report } from '../../../cli/diff/report/report';
import { changed, type Manifest, reportOf } from '../../cli/diff/trees';
import * as made from '../../cluster/diff/manifests';

const shop = (object: Manifest, name: string): Manifest => ({ ...object, metadata: { ...object.metadata, name, namespace: 'shop' } });
const web = (o: Manifest): Manifest => o.spec.template.spec.containers[0];

/** A change with a consequence of each class. */
export const exampleReport = (): Report => {
  const database = changed(shop(made.statefulSet(), 'db'), (o) => {
    o.spec.template.spec.containers[0] = {
      name: 'postgres',
      image: 'postgres:15.4',
      env: [{ name: 'PGDATA', value: '/data/pg' }],
      volumeMounts: [{ name: 'data', mountPath: '/data' }],
    };
  });
  const site = changed(shop(made.deployment(), 'site'), (o) => {
    o.spec.replicas = 2;
    web(o).securityContext = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true };
  });
  const before = [
    database,
    site,
    shop(made.service(), 'site'),
    shop(made.ingress(), 'site'),
    shop(made.configMap(), 'site'),
    shop(made.budget(), 'site'),
    shop(made.claim(), 'uploads'),
    shop(made.networkPolicy(), 'site'),
  ];
  const after = [
    changed(database, (o) => {
      o.spec.volumeClaimTemplates[0].spec.resources.requests.storage = '20Gi';
      o.spec.template.spec.containers[0].image = 'postgres:16.1';
    }),
    changed(site, (o) => {
      web(o).image = 'registry.example.com/web:1.1.0';
      web(o).securityContext.readOnlyRootFilesystem = false;
      web(o).env[0].value = '2';
      o.spec.replicas = 1;
      web(o).resources.requests.cpu = '500m';
    }),
    changed(shop(made.service(), 'site'), (o) => {
      o.spec.type = 'NodePort';
    }),
    changed(shop(made.ingress(), 'site'), (o) => {
      o.spec.rules[0].host = 'shop.example.com';
      o.spec.tls[0].hosts = ['shop.example.com'];
    }),
    changed(shop(made.configMap(), 'site'), (o) => {
      o.data.a = '2';
    }),
    shop(made.budget(), 'site'),
    shop(made.networkPolicy(), 'site'),
  ];
  return reportOf(before, after, ['1.28', '1.37']);
};
