import { atBuild, optional, required } from '../../../contracts';
import { buildVariablesHaveAnArgument } from '../../../contracts/rules/build-variables-have-an-argument';
import { imagesArePinned } from '../../../contracts/rules/images-are-pinned';
import { repositoriesArePlain } from '../../../contracts/rules/repositories-are-plain';
import { stagesAreNamed } from '../../../contracts/rules/stages-are-named';
import { versionsKeepThePolicy } from '../../../contracts/rules/versions-keep-the-policy';
import { imageWith, problemsOf } from '../../support/contract-with';

const published = (reference: string) => ({ image: { kind: 'published', reference } });

describe('The repository of an image that is built is lower-case and names no registry', () => {
  it.each(['api', 'shop/api', 'my_shop/the-api__2', 'a.b'])('%s keeps the rule', (repository) => {
    expect(problemsOf(repositoriesArePlain, imageWith({ repository }))).toEqual([]);
  });
  it.each(['', 'Shop', 'shop//api', 'shop/', '-api', 'api:v1', 'a'.repeat(256)])('"%s" breaks it', (repository) => {
    const [problem, ...more] = problemsOf(repositoriesArePlain, imageWith({ repository }));

    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      at: 'shop.api.image.repository',
      fix: 'write lower-case letters and digits, with ., _ or - between them and / between parts',
    });
  });
  it.each(['ghcr.io/shop/api', 'localhost/shop/api', 'host:5000/shop/api'])(
    '%s names a registry, which is the target’s to choose',
    (repository) => {
      expect(problemsOf(repositoriesArePlain, imageWith({ repository }))).toEqual([
        {
          at: 'shop.api.image.repository',
          found: `"${repository}" names the registry ${repository.split('/')[0]}`,
          fix: 'write shop/api; the registry belongs to the target: images.registry',
        },
      ]);
    },
  );
});

describe('A published image and the base of a built one are named with a tag, and never latest', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;

  it.each(['postgres:15-alpine', 'Registry.example.com:5000/team/app:v1', `redis:7@${digest}`, 'app:latest-7'])(
    '%s keeps the rule',
    (reference) => {
      expect(problemsOf(imagesArePinned, published(reference))).toEqual([]);
      expect(problemsOf(imagesArePinned, imageWith({ base: reference }))).toEqual([]);
    },
  );
  it.each([
    ['postgres', 'it has no tag, which means latest'],
    ['postgres:', 'it has no tag, which means latest'],
    ['registry:5000/postgres', 'it has no tag, which means latest'],
    [`postgres@${digest}`, 'it has no tag, which means latest'],
    ['postgres:latest', 'the tag latest moves'],
    ['postgres:a b', 'its tag is none that a registry would take'],
    ['Postgres:15', 'it has no repository that a registry would take'],
    [':15', 'it has no repository that a registry would take'],
    ['postgres:15@sha256:abc', 'its digest is not sha256: and 64 hexadecimal digits'],
  ])('%s breaks it', (reference, why) => {
    const problem = { fix: 'write repository:tag, as in postgres:15-alpine; @sha256:… may stand behind it' };
    const shown = JSON.stringify(reference).length > 60 ? `${JSON.stringify(reference).slice(0, 60)}…` : JSON.stringify(reference);

    expect(problemsOf(imagesArePinned, published(reference))).toEqual([
      { at: 'shop.api.image.reference', found: `${shown}: ${why}`, ...problem },
    ]);
    expect(problemsOf(imagesArePinned, imageWith({ base: reference }))).toEqual([
      { at: 'shop.api.image.base', found: `${shown}: ${why}`, ...problem },
    ]);
  });
});

describe('A contract’s version is a release, and each example of its tag policy has its form', () => {
  const policy = (forms: object) => imageWith({ tags: { latest: 'never', immutable: true, forms } });

  it('one example of each form keeps the rule', () => {
    const forms = {
      version: 'v1.2.3',
      'version and sha': 'v1.0.0-abc1234',
      'git sha': 'git-abc1234',
      dev: 'dev-003-phase-iv-infrastructure',
      test: 'test-v1.0.0',
      branch: 'feature-auth',
    };

    expect(problemsOf(versionsKeepThePolicy, policy(forms))).toEqual([]);
  });
  it.each(['1.2.3', 'v1.2', 'v1.2.3.4', 'v01.2.3', 'latest', 'v1.2.3-abc1234'])('version %s breaks it', (version) => {
    expect(problemsOf(versionsKeepThePolicy, imageWith({ version }))).toEqual([
      { at: 'shop.api.image.version', found: `"${version}" is no tag of the form version`, fix: 'write one like v1.2.3' },
    ]);
  });
  it.each([
    ['version', 'v1', 'v1.2.3'],
    ['version and sha', 'v1.0.0', 'v1.2.3-abc1234'],
    ['git sha', 'git-xyz', 'git-abc1234'],
    ['dev', 'dev-', 'dev-feature-x'],
    ['test', 'test-1', 'test-v1.2.3'],
    ['branch', 'dev-x', 'feature-auth'],
    ['branch', 'latest', 'feature-auth'],
  ])('%s as %s breaks it', (form, tag, example) => {
    expect(problemsOf(versionsKeepThePolicy, policy({ version: 'v1.2.3', [form]: tag }))).toEqual([
      { at: `shop.api.image.tags.forms.${form}`, found: `"${tag}" is no tag of the form ${form}`, fix: `write one like ${example}` },
    ]);
  });
});

describe('A build has stages, each with a name of its own, and the last one copies from earlier ones only', () => {
  const build = (names: readonly string[], from: readonly (string | undefined)[] = []) =>
    imageWith({
      build: {
        context: '.',
        dockerfile: 'Dockerfile',
        stages: names.map((name) => ({ name, from: 'scratch' })),
        copies: from.map((stage) => ({ ...(stage === undefined ? {} : { stage }), from: '/a', to: '/b' })),
      },
    });
  const AT = 'shop.api.image.build';

  it.each([
    ['one stage that copies from the build context', build(['runner'], [undefined])],
    ['a copy from an earlier stage', build(['deps', 'builder', 'runner'], ['deps', 'builder'])],
    ['a published image, which nobody here builds', published('postgres:15')],
  ])('%s keeps the rule', (_what, changes) => {
    expect(problemsOf(stagesAreNamed, changes)).toEqual([]);
  });
  it.each([
    [build([]), `${AT}.stages`, 'there is no stage', 'list the stages in order; the last one ships'],
    [build(['']), `${AT}.stages[0].name`, '"" names no stage', 'write a lower-case letter, then letters, digits, ., _ or -'],
    [build(['a', 'a']), `${AT}.stages[1].name`, 'an earlier stage is called a as well', 'call one of the two something else'],
    [
      build(['builder', 'runner'], ['bulider']),
      `${AT}.copies[0].stage`,
      'no earlier stage is called "bulider"',
      'did you mean builder? Otherwise leave it out, to copy from the build context',
    ],
    [
      build(['runner'], ['runner']),
      `${AT}.copies[0].stage`,
      'no earlier stage is called "runner"',
      'leave it out, to copy from the build context',
    ],
  ])('case %#: %s breaks it', (changes, at, found, fix) => {
    expect(problemsOf(stagesAreNamed, changes)).toEqual([{ at, found, fix }]);
  });
});

describe('A variable that is fixed while the image is built has a build argument of the same name', () => {
  const both = required('Where', { alsoAtBuild: true });

  it.each([
    ['one that is fixed at build', { PUBLIC_URL: atBuild('Where') }],
    ['one that is given at build as well', { PUBLIC_URL: both }],
    ['one that is not', { LEVEL: optional('info', 'Level') }],
  ])('%s keeps the rule', (_what, env) => {
    expect(problemsOf(buildVariablesHaveAnArgument, { env })).toEqual([]);
  });
  it.each([
    ['URL', atBuild('Where')],
    ['URL', both],
  ])('case %#: without the argument it breaks it', (name, variable) => {
    expect(problemsOf(buildVariablesHaveAnArgument, { env: { [name]: variable } })).toEqual([
      {
        at: 'shop.api.env.URL',
        found: 'the build has no argument URL, so the value would never get in',
        fix: 'add it to image.build.arguments',
      },
    ]);
  });
  it('a published image breaks it: nobody here builds it', () => {
    expect(problemsOf(buildVariablesHaveAnArgument, { ...published('postgres:15'), env: { URL: atBuild('Where') } })).toEqual([
      { at: 'shop.api.env.URL', found: 'the image is published, and nobody here builds it', fix: 'make it required(…) or optional(…)' },
    ]);
  });
});
