import type { Build, BuildArgument, BuildFact, BuiltImage, Copy, Image, PublishedImage, Stage } from '../image';
import type { TagForms, TagPolicy } from '../tags';
import { said } from './said-shape';
import { always, atLeastOne, chosenBy, fields, formOf, list, maybe, oneOf, table, text, yesOrNo } from './shape';
import { textOr } from './text-or';
import { duration, imageSize, platform } from './units-shape';

const buildFact = fields<BuildFact>({ atBuild: oneOf('tag', 'time', 'commit', 'platform') });
const buildArgument = fields<BuildArgument>({
  need: oneOf('required', 'optional', 'automatic'),
  description: text,
  default: maybe(text),
  example: maybe(text),
  fixed: maybe(text),
  fact: maybe(buildFact),
});
const stage = fields<Stage>({ name: text, from: text, purpose: maybe(text) });
const copy = fields<Copy>({ stage: maybe(text), from: text, to: text });
const build = fields<Build>({
  context: said(text),
  dockerfile: text,
  stages: list(said(stage)),
  arguments: maybe(table(said(buildArgument))),
  copies: list(said(copy)),
  docker: maybe(said(formOf<`${bigint}.${bigint}`>('a version of Docker: "24.0"'))),
  within: maybe(said(duration)),
  eachStage: maybe(always),
});

const version = formOf<TagForms['version']>('a version: "v1.2.3"');
const tagPolicy = fields<TagPolicy>({
  latest: oneOf('never', 'laptop'),
  immutable: yesOrNo,
  forms: fields<TagPolicy['forms']>({
    version,
    'version and sha': maybe(formOf<TagForms['version and sha']>('an example: "v1.0.0-abc1234"')),
    'git sha': maybe(formOf<TagForms['git sha']>('an example: "git-abc1234"')),
    dev: maybe(formOf<TagForms['dev']>('an example: "dev-feature-x"')),
    test: maybe(formOf<TagForms['test']>('an example: "test-v1.0.0"')),
    branch: maybe(text),
  }),
});

const reference = formOf<`${string}:${string}`>('an image with its tag: "postgres:15-alpine"');
export const image = chosenBy<Image, 'kind'>('kind', {
  built: fields<BuiltImage>({
    kind: oneOf('built'),
    repository: said(text),
    version: said(version),
    tags: said(tagPolicy),
    base: said(reference),
    platforms: maybe(said(atLeastOne(platform))),
    size: maybe(fields<NonNullable<BuiltImage['size']>>({ target: maybe(imageSize), maximum: imageSize })),
    labels: maybe(table(textOr(buildFact))),
    build: said(build),
    scan: maybe(said(oneOf('docker scout'))),
  }),
  published: fields<PublishedImage>({ kind: oneOf('published'), reference }),
});
