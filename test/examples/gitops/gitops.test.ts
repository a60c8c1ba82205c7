import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import { WRITTEN_KINDS } from '../../../cli/prune/kinds';
import { ourSynthesis } from '../../support/our-synthesis';
import type { KubeObject } from '../../support/read-manifests';
import { see } from '../../support/see';
import schemas from './schemas.json';

const EXAMPLES = join(__dirname, '../../../examples/gitops');
const documents: readonly KubeObject[] = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => parseAllDocuments(readFileSync(join(EXAMPLES, file), 'utf8')).map((document): KubeObject => document.toJS()));
const find = (kind: string): KubeObject => {
  const [found] = documents.filter((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

type Schema = Readonly<Record<string, unknown>>;
/** A server's strict validation refuses fields that a schema does not have. */
const closed = (schema: Schema): Schema => ({
  ...schema,
  ...(schema.items === undefined ? {} : { items: closed(schema.items as Schema) }),
  ...(schema.properties === undefined
    ? {}
    : {
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(schema.properties as Schema).map(([key, one]) => [key, closed(one as Schema)])),
      }),
});
const problemsOf = (document: unknown): readonly string[] => {
  const { apiVersion, kind } = document as KubeObject;
  const schema = (schemas as Readonly<Record<string, Schema>>)[`${apiVersion} ${kind}`];
  if (schema === undefined) return [`no schema of ${apiVersion} ${kind}`];
  const validate = new Ajv({ allErrors: true, validateFormats: false, strict: false }).compile(closed(schema));
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${kind}${instancePath} ${message}`);
};

describe('The GitOps examples', () => {
  it.each(documents.map((one) => [one.kind, one] as const))('%s keeps the schema of its operator’s release', (_, document) => {
    expect(problemsOf(document)).toEqual([]);
  });
  it('a field that is none and a word that is none are seen', () => {
    const application = structuredClone(find('Kustomization')) as { spec: { deletionPolicy: string; purge?: boolean } };
    application.spec.deletionPolicy = 'Orphans';
    application.spec.purge = true;

    expect(problemsOf(application)).toHaveLength(2);
  });
});

describe('The ApplicationSet', () => {
  const set = find('ApplicationSet');

  it('takes a file of dist/production for a system: its first document is the Namespace of that name', () => {
    const files = [...ourSynthesis().files].filter(([path]) => path.startsWith('production/'));

    expect(see(set, 'spec.generators.0.git.files.0.path')).toBe('dist/production/*.k8s.yaml');
    expect(
      files.map(([path, text]) => {
        const { kind, metadata } = parse(text.split('---\n')[0] ?? '') as KubeObject;
        return `production/${metadata?.name}.k8s.yaml of a ${kind}` === `${path} of a Namespace`;
      }),
    ).toEqual(files.map(() => true));
    expect(see(set, 'spec.template.metadata.name')).toBe('{{ .metadata.name }}');
    expect(see(set, 'spec.template.spec.source.directory.include')).toBe('{{ .path.filename }}');
  });
  it('deletes no Application with its file, and nothing with an Application', () => {
    expect(see(set, 'spec.syncPolicy')).toEqual({ applicationsSync: 'create-update', preserveResourcesOnDeletion: true });
    expect(see(set, 'spec.template.metadata')).not.toHaveProperty('finalizers');
  });
  it('prunes what dist gives up last, never to nothing, and leaves copies to their autoscaler alone', () => {
    expect(see(set, 'spec.template.spec.syncPolicy.automated')).toEqual({ prune: true, selfHeal: true, allowEmpty: false });
    expect(see(set, 'spec.template.spec.syncPolicy.syncOptions')).toEqual(
      expect.arrayContaining(['PruneLast=true', 'RespectIgnoreDifferences=true']),
    );
    expect(see(set, 'spec.template.spec.ignoreDifferences')).toEqual([
      { group: 'apps', kind: 'Deployment', managedFieldsManagers: ['kube-controller-manager'] },
    ]);
  });
});

describe('The project', () => {
  it('may make what Waybill writes, and no Secret, claim or right over the cluster', () => {
    const { clusterResourceWhitelist, namespaceResourceWhitelist } = find('AppProject').spec as Readonly<
      Record<string, readonly { group: string; kind: string }[]>
    >;
    const written = WRITTEN_KINDS.map(({ apiVersion, kind }) => ({
      group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
      kind,
    }));
    const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1);

    expect(clusterResourceWhitelist).toEqual([{ group: '', kind: 'Namespace' }]);
    expect([...(namespaceResourceWhitelist ?? [])].toSorted(byKind)).toEqual(written.toSorted(byKind));
  });
});

describe('The Kustomization of Flux', () => {
  const kustomization = find('Kustomization');

  it('waits for rollouts and migrations, within the time of the longest', () => {
    expect(see(kustomization, 'spec')).toMatchObject({
      wait: true,
      timeout: '15m',
      retryInterval: '2m',
      force: false,
      dependsOn: [{ name: 'engines' }],
    });
  });
  it('prunes, but nothing that data would go with, and leaves all when it goes itself', () => {
    const [patch] = see(kustomization, 'spec.patches') as { target: { kind: string }; patch: string }[];
    const holding = WRITTEN_KINDS.filter(({ goes }) => goes === 'data').map(({ kind }) => kind);

    expect(see(kustomization, 'spec')).toMatchObject({ prune: true, deletionPolicy: 'Orphan' });
    expect(patch?.target.kind.split('|')).toEqual(['Namespace', ...holding]);
    expect(parse(patch?.patch ?? '')).toMatchObject({
      metadata: {
        annotations: {
          'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        },
      },
    });
  });
});
