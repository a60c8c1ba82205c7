import { readdirSync } from 'node:fs';
import { readManifests } from '../support/read-manifests';
import { labelOf } from './label-of';
import { podSecurityProblems } from './pod-security-problems';
import { schemaProblems, VERSIONS } from './schema-problems';

const SUBFOLDERS = ['production'];

/** The verdicts of the outside judges on one folder of manifests; each is a list of problems, and an empty one is praise. */
export interface Verdict {
  readonly files: readonly string[];
  readonly schemas: readonly string[];
  readonly podSecurity: readonly string[];
  readonly duplicates: readonly string[];
}

/** @throws when the folder holds no manifest. */
export const judgeFolder = (folder: string, systems: readonly string[]): Verdict => {
  const objects = readManifests(folder).map(({ object }) => object);
  return {
    files: fileProblems(folder, systems),
    schemas: VERSIONS.flatMap((version) => objects.flatMap((object) => schemaProblems(object, version))),
    podSecurity: objects.flatMap(podSecurityProblems),
    duplicates: repeated(objects.map(labelOf)).map((label) => `${label} appears more than once`),
  };
};

/** One file a system, and nothing else that kubectl, git or a reader could take for output. */
const fileProblems = (folder: string, systems: readonly string[]): string[] => {
  const expected = systems.map((system) => `${system}.k8s.yaml`);
  const found = readdirSync(folder).filter((name) => !SUBFOLDERS.includes(name));
  return [
    ...expected.filter((name) => !found.includes(name)).map((name) => `${name} is missing`),
    ...found.filter((name) => !expected.includes(name)).map((name) => `${name} belongs to no system`),
  ];
};

const repeated = (labels: readonly string[]): string[] => [...new Set(labels.filter((label, index) => labels.indexOf(label) !== index))];
