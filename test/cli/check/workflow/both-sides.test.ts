import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { buildsAt } from '../../../../cli/check/workflow/builds/builds-at';
import { shown } from '../../../../cli/check/workflow/read/parts';
import { readWorkflow } from '../../../../cli/check/workflow/read/read-workflow';
import { systems } from '../../../../systems';
import { imagesOf, tagOf } from '../../../support/images-of';
import { PLACED, referenceOf } from './support/promises';

const DIST = join(__dirname, '../../../../dist');
/** What the committed file of a target pulls, of images the system builds itself. */
const pulledOf = (system: string, folder: string): readonly string[] => {
  const text = readFileSync(join(DIST, folder, `${system}.k8s.yaml`), 'utf8');
  const objects = parseAllDocuments(text).map((document) => document.toJS());
  const built = Object.values(PLACED.find(({ name }) => name === system)?.system.contracts ?? {}).flatMap(({ image }) =>
    image.kind === 'built' ? [image.repository] : [],
  );
  return [...new Set(imagesOf({ objects } as unknown as Parameters<typeof imagesOf>[0]))]
    .map((image) => image.split('@')[0] as string)
    .filter((image) => built.includes(image.split(':')[0]?.split('/').at(-1) ?? ''))
    .sort();
};
/** What the committed workflow pushes when the git tag is pushed. */
const pushedOf = (system: string, tag: string): readonly string[] =>
  buildsAt(readWorkflow(referenceOf(system), 'images.yml').workflow, { name: 'push', ref: `refs/tags/${tag}` }).flatMap(({ builds }) =>
    builds
      .filter(({ push, runs }) => push === true && runs === true)
      .flatMap(({ refs }) => refs.map(({ repository, tag: own }) => `${shown(repository)}:${shown(own ?? ['latest'])}`)),
  );
const isMoving = (reference: string): boolean => /^v\d+\.\d+$/.test(tagOf(reference)) || /<commit>/.test(reference);
const registries = [...new Set(PLACED.map(({ target }) => target))].filter(({ images }) => images.from === 'registry');

describe.each(systems.map(({ name }) => name))(
  'Of %s the manifests pull exactly what the workflow pushes for the version tag',
  (system) => {
    it.each(registries.map(({ name, folder }) => [name, folder] as const))('at %s', (_, folder) => {
      const pulled = pulledOf(system, folder);
      const tags = [...new Set(pulled.map(tagOf))];

      expect(tags).toHaveLength(1);
      const pushed = pushedOf(system, tags[0] as string);
      expect(pushed.filter((reference) => !isMoving(reference)).sort()).toEqual(pulled);
      expect(pulled.filter((reference) => !pushed.includes(reference))).toEqual([]);
    });

    it('and Minikube runs an image of the same name and tag', () => {
      const here = pulledOf(system, '');
      const pushed = pushedOf(system, tagOf(here[0] as string));

      expect(here.filter((image) => !pushed.some((reference) => reference.endsWith(`/${image}`)))).toEqual([]);
    });

    it('and never latest', () => {
      expect(['v1.0.0', 'v2.3.4-rc.1'].flatMap((tag) => pushedOf(system, tag)).filter((one) => tagOf(one) === 'latest')).toEqual([]);
    });
  },
);
