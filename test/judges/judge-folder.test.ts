import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { deploymentWith } from '../support/deployment-with';
import type { KubeObject } from '../support/read-manifests';
import { judgeFolder } from './judge-folder';
import { VERSIONS } from './schema-problems';

const SYSTEMS = ['blog', 'shop'];
const blog = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'blog' } };
const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'judge-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...objects: readonly KubeObject[]) =>
  writeFileSync(join(folder, name), objects.map((object) => stringify(object, { version: '1.1' })).join('---\n'));

describe('A folder of manifests', () => {
  it('is praised when it holds one file for each system and every object is in order', () => {
    write('blog.k8s.yaml', blog);
    write('shop.k8s.yaml', shop, deploymentWith());
    mkdirSync(join(folder, 'production'));

    expect(judgeFolder(folder, SYSTEMS)).toEqual({ files: [], schemas: [], podSecurity: [], duplicates: [] });
  });

  it('lacks the file of a system, or holds one of no system', () => {
    write('shop.k8s.yaml', shop);
    write('old-shop.k8s.yaml', blog);
    writeFileSync(join(folder, 'construct-metadata.json'), stringify(blog));

    expect(judgeFolder(folder, SYSTEMS).files).toEqual([
      'blog.k8s.yaml is missing',
      'construct-metadata.json belongs to no system',
      'old-shop.k8s.yaml belongs to no system',
    ]);
  });

  it('holds an object that a schema refuses on each version', () => {
    write('blog.k8s.yaml', blog);
    write('shop.k8s.yaml', deploymentWith({ 'spec.replica': 2 }));

    expect(judgeFolder(folder, SYSTEMS).schemas).toEqual(
      VERSIONS.map((version) => `Deployment shop/web spec: must NOT have additional properties (replica) [Kubernetes ${version}]`),
    );
  });

  it('holds a text that YAML 1.1, which kubectl reads, takes for a boolean', () => {
    writeFileSync(join(folder, 'shop.k8s.yaml'), stringify(deploymentWith(), { version: '1.2' }));

    expect(judgeFolder(folder, SYSTEMS).schemas).toContain(
      'Deployment shop/web spec.template.spec.containers.0.env.0.value: must be string [Kubernetes 1.28]',
    );
  });

  it('holds a pod that PodSecurity refuses', () => {
    write('shop.k8s.yaml', deploymentWith({ 'spec.template.spec.hostNetwork': true }));

    expect(judgeFolder(folder, SYSTEMS).podSecurity).toEqual([
      'Deployment shop/web spec.template.spec.hostNetwork: true is not allowed; allowed is nothing, false [host-namespaces]',
    ]);
  });

  it('holds one object twice, in one file or in two', () => {
    write('blog.k8s.yaml', blog, deploymentWith());
    write('shop.k8s.yaml', shop, deploymentWith(), blog);

    expect(judgeFolder(folder, SYSTEMS).duplicates).toEqual([
      'Deployment shop/web appears more than once',
      'Namespace blog appears more than once',
    ]);
  });

  it('may hold objects of one name in two namespaces or of two kinds', () => {
    write('blog.k8s.yaml', blog, deploymentWith({ 'metadata.namespace': 'blog' }));
    write('shop.k8s.yaml', deploymentWith(), { ...shop, metadata: { name: 'web' } });

    expect(judgeFolder(folder, SYSTEMS).duplicates).toEqual([]);
  });
});

describe('A folder nobody can judge', () => {
  it('is one that is not there', () => {
    expect(() => judgeFolder(join(folder, 'nowhere'), SYSTEMS)).toThrow('ENOENT');
  });

  it('is one without a manifest', () => {
    expect(() => judgeFolder(folder, SYSTEMS)).toThrow('holds no manifest');
  });

  it.each([
    ['is not YAML', 'kind: [', /shop\.k8s\.yaml: /],
    ['states a field twice', 'kind: Namespace\nkind: Service\n', /Map keys must be unique/],
    ['is a text', 'hello', /a document is not an object/],
  ])('is one with a file that %s', (_case, text, problem) => {
    writeFileSync(join(folder, 'shop.k8s.yaml'), text);

    expect(() => judgeFolder(folder, SYSTEMS)).toThrow(problem);
  });
});
