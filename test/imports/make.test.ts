import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

const imports = join(__dirname, '../../imports');
const groups = readdirSync(join(imports, 'crds')).map((name) => name.replace(/\.yaml$/, ''));

// Each group starts cdk8s-cli anew, and other suites share the machine.
jest.setTimeout(180_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const committed = (name: string) => readFileSync(join(imports, name), 'utf8');
const made = (name: string) => readFileSync(join(folder, name), 'utf8');
const make = (...options: readonly string[]) =>
  execFileSync(process.execPath, [join(imports, 'make.mjs'), '--output', folder, ...options], { stdio: 'pipe', encoding: 'utf8' });

// biome-ignore lint/suspicious/noExplicitAny: whatever a CRD holds
type Crd = any;
const crdsOf = (group: string): Crd[] => parseAllDocuments(committed(`crds/${group}.yaml`)).map((document) => document.toJS());
/** As a release has it: other versions and fields, words for people, and rules that the server alone knows. */
const whole = (crd: Crd): Crd => {
  const [v1] = crd.spec.versions;
  const { properties } = v1.schema.openAPIV3Schema;
  properties.spec.description = 'Desired state.';
  properties.spec['x-kubernetes-validations'] = [{ rule: 'true' }];
  properties.spec.properties.unknownToWaybill = { type: 'array', items: { type: 'object' } };
  properties.status = { type: 'object', properties: {} };
  crd.spec.versions.push({ ...v1, name: 'v1beta1', storage: false });
  return crd;
};
const writeRelease = (change = whole) =>
  writeFileSync(
    join(folder, 'release.yaml'),
    groups
      .flatMap(crdsOf)
      .map((crd) => stringify(change(crd)))
      .join('---\n'),
  );

describe('imports/', () => {
  it('has the types of three groups, and says of each which release they are of', () => {
    expect(groups).toEqual(['external-secrets.io', 'gateway.networking.k8s.io', 'postgresql.cnpg.io']);
    expect(Object.keys(JSON.parse(committed('versions.json')))).toEqual(groups);
    for (const [group, version] of Object.entries(JSON.parse(committed('versions.json'))))
      expect(committed(`crds/${group}.yaml`).split('\n')[0]).toContain(`, ${version} (`);
  });

  it('has the types that `node imports/make.mjs` makes of the trimmed CRDs', () => {
    make();

    for (const group of groups) expect(made(`${group}.ts`)).toBe(committed(`${group}.ts`));
  });

  it('has of a whole CRD only what Waybill writes: no other version, field, description or server rule', () => {
    writeRelease();

    make('--crds', folder, '--crds-only');

    for (const group of groups) expect(made(`crds/${group}.yaml`)).toBe(committed(`crds/${group}.yaml`));
    expect(made('versions.json')).toBe(committed('versions.json'));
  });

  it('notes the release that the CRDs were renewed from', () => {
    writeRelease();

    make('--crds', folder, '--crds-only', '--version', 'postgresql.cnpg.io=v1.31.0');

    expect(JSON.parse(made('versions.json'))['postgresql.cnpg.io']).toBe('v1.31.0');
    expect(made('crds/postgresql.cnpg.io.yaml')).toMatch(/^# Cluster, Pooler, ScheduledBackup of CloudNativePG, v1\.31\.0 /);
  });

  it('stops where a release no longer has a field that Waybill writes', () => {
    writeRelease((crd) => {
      delete crd.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.walStorage;
      return crd;
    });

    expect(() => make('--crds', folder)).toThrow(/Cluster\.spec has no walStorage/);
  });

  it('stays small: no trimmed file of CRDs is larger than 20 kB', () => {
    const bytes = groups.map((group) => committed(`crds/${group}.yaml`).length);

    expect(Math.max(...bytes)).toBeLessThan(20_000);
  });
});
