import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const imports = join(__dirname, '../../imports');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const committed = (name: string) => readFileSync(join(imports, name), 'utf8');
const made = (name: string) => readFileSync(join(folder, name), 'utf8');
const make = (...options: readonly string[]) =>
  execFileSync(process.execPath, [join(imports, 'make.mjs'), '--output', folder, ...options], { stdio: 'pipe' });

describe('imports/', () => {
  it('has the types that `node imports/make.mjs` makes of the trimmed CRD', () => {
    make();

    expect(made('gateway.networking.k8s.io.ts')).toBe(committed('gateway.networking.k8s.io.ts'));
  });

  it('has of a whole CRD only what Waybill writes: no other version, field, description or server rule', () => {
    const whole = parse(committed('crds/httproutes.yaml'));
    const [v1] = whole.spec.versions;
    const { spec } = v1.schema.openAPIV3Schema.properties;
    spec.description = 'Desired state.';
    spec['x-kubernetes-validations'] = [{ rule: 'true' }];
    spec.properties.rules.items.properties.filters = { type: 'array', items: { type: 'object' } };
    v1.schema.openAPIV3Schema.properties.status = { type: 'object', properties: {} };
    whole.spec.versions.push({ ...v1, name: 'v1beta1', storage: false });
    const source = join(folder, 'whole.yaml');
    writeFileSync(source, stringify(whole));

    make('--crd', source);

    expect(made('crds/httproutes.yaml')).toBe(committed('crds/httproutes.yaml'));
  });
});
