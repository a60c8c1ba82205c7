import { join } from 'node:path';
import { withoutRelease } from '../../../docs/make/without-release';
import { VERSIONS } from '../../judges/kubernetes-schemas';
import { CouldNotRun } from '../could-not-run';
import type { Judges } from '../install/install-judges';
import { SCHEMA_PATHS } from '../install/schema-folder';
import type { Judged, Remark } from '../remark';
import { runProgram } from '../run-program';

interface Answer {
  readonly resources: readonly {
    readonly filename: string;
    readonly kind: string;
    readonly name: string;
    readonly status: string;
    readonly msg: string;
  }[];
  readonly summary: { readonly valid: number };
}

/** Whether each object is what the schema of its kind allows and no more, on each Kubernetes version. */
export const askKubeconform = async ({ kubeconform, schemas }: Judges, files: readonly Judged[]): Promise<readonly Remark[]> => {
  const remarks: Remark[] = [];
  for (const version of VERSIONS) remarks.push(...(await askOf(kubeconform, schemas, version, files)));
  return remarks;
};

const askOf = async (program: string, schemas: string, version: string, files: readonly Judged[]): Promise<readonly Remark[]> => {
  const places = SCHEMA_PATHS.flatMap((path) => ['-schema-location', join(schemas, path)]);
  const args = [
    '-strict',
    '-summary',
    '-output',
    'json',
    '-kubernetes-version',
    `${version}.0`,
    ...places,
    ...files.map(({ path }) => path),
  ];
  const { resources, summary } = JSON.parse(await runProgram(program, args, { answers: [0, 1] })) as Answer;
  if (summary.valid === 0)
    throw new CouldNotRun(`kubeconform found no object valid on Kubernetes ${version}: ${resources[0]?.msg ?? 'it saw none'}`);
  return resources.flatMap(({ filename, kind, name, msg }) =>
    files
      .filter(({ path }) => path === filename)
      .map(({ target, system }) => ({
        judge: 'kubeconform',
        target,
        system,
        object: withoutRelease(`${kind}/${name}`),
        rule: `schema of Kubernetes ${version}`,
        says: msg,
      })),
  );
};
