import type { Versions } from '../../../contracts/target';
import { containerWith, image } from '../../support/container-with';
import { findingsWith, systemWith } from '../../support/findings-with';
import { cluster, laptop } from '../../support/target-with';

const forms = { version: 'v1.0.0', 'version and sha': 'v1.0.0-abc1234', 'git sha': 'git-abc1234', dev: 'dev-x', branch: 'main' };
const api = containerWith({ image: { ...image, tags: { ...image.tags, forms } } });
const database = containerWith({ name: 'shop-database', image: { kind: 'published', reference: 'postgres:15-alpine' } });
const systems = [systemWith({ containers: { api, database } })];
const running = (versions: Versions, target = cluster) => findingsWith({ systems, targets: [target], versions });
const tagged = (tag: string, target = cluster) => running({ [target.name]: { 'shop-api': { tag } } }, target);

describe('A tag in versions.json is of a form that the contract allows', () => {
  const rule = 'tags-are-allowed-here';
  const at = 'versions.json.live.shop-api.tag';
  const release = 'release it, and write the release’s tag, like v1.0.0';

  it.each(['v1.2.3', 'v1.2.3-abc1234'])('a cluster runs the release %s', (tag) => {
    expect(tagged(tag)).toEqual([]);
  });
  it.each([
    ['dev-x', 'a dev'],
    ['main', 'a branch'],
    ['git-abc1234', 'a git sha'],
  ])('a cluster does not run %s, a laptop does', (tag, kind) => {
    expect(tagged(tag)).toEqual([{ rule, at, found: `tag ${tag} is ${kind} tag, not a release`, fix: release }]);
    expect(tagged(tag, laptop)).toEqual([]);
  });
  it.each([
    ['latest', 'tag latest moves: what runs could not be known from the manifest'],
    ['', 'no tag, which means latest'],
  ])('%j runs nowhere', (tag, found) => {
    expect(tagged(tag)).toEqual([{ rule, at, found, fix: release }]);
    expect(tagged(tag, laptop)).toEqual([
      {
        rule,
        at: 'versions.json.here.shop-api.tag',
        found,
        fix: 'write a tag like main or dev-x or git-abc1234 or v1.0.0 or v1.0.0-abc1234',
      },
    ]);
  });
  it('a form that this contract does not list breaks it', () => {
    const [plain] = [systemWith()];
    const versions = { here: { 'shop-api': { tag: 'dev-x' } } };

    expect(findingsWith({ systems: [plain], versions })).toEqual([
      {
        rule,
        at: 'versions.json.here.shop-api.tag',
        found: 'tag dev-x has none of the forms the contract allows (version as v1.0.0)',
        fix: 'write a tag like v1.0.0',
      },
    ]);
  });
});

describe('A digest is sha256 and 64 hexadecimal digits', () => {
  const rule = 'digests-are-sha256';
  const digest = `sha256:${'0af9'.repeat(16)}`;

  it('such a digest keeps it in a cluster, with and without a tag', () => {
    expect(running({ live: { 'shop-api': { digest }, postgres: { tag: '15-alpine', digest } } })).toEqual([]);
  });
  it.each([`sha256:${'0'.repeat(63)}`, `sha512:${'0'.repeat(64)}`, `sha256:${'A'.repeat(64)}`, '', 'latest'])('%s breaks it', (other) => {
    expect(running({ live: { postgres: { digest: other } } })).toEqual([
      {
        rule,
        at: 'versions.json.live.postgres.digest',
        found: 'the digest is not sha256: and 64 digits',
        fix: 'copy it from `docker buildx imagetools inspect`, or remove it',
      },
    ]);
  });
  it('an image that was loaded into a laptop has none; a published one may', () => {
    expect(running({ here: { 'shop-api': { digest }, postgres: { digest } } }, laptop)).toEqual([
      {
        rule,
        at: 'versions.json.here.shop-api.digest',
        found: 'an image loaded into here has no digest, so it would not be found',
        fix: 'remove the digest',
      },
    ]);
  });
});

describe('The tag of a published image is its contract’s', () => {
  it('another one in versions.json breaks it', () => {
    expect(running({ live: { postgres: { tag: '16-alpine' } } })).toEqual([
      {
        rule: 'published-tags-are-the-contracts',
        at: 'versions.json.live.postgres.tag',
        found: '"16-alpine", where the contract of database has postgres:15-alpine',
        fix: 'write 15-alpine, or change the contract',
      },
    ]);
  });
});

describe('versions.json names targets and images that there are', () => {
  const rule = 'versions-name-what-is-there';

  it('mistyped ones break it', () => {
    expect(running({ life: {}, live: { 'shop-apo': { tag: 'v1.0.0' }, redis: { tag: '7' } } })).toEqual([
      { rule, at: 'versions.json.life', found: 'there is no target life', fix: 'did you mean live? Otherwise remove it' },
      { rule, at: 'versions.json.live.redis', found: 'no contract has the image redis', fix: 'remove it; there is postgres, shop-api' },
      {
        rule,
        at: 'versions.json.live.shop-apo',
        found: 'no contract has the image shop-apo',
        fix: 'did you mean shop-api? Otherwise remove it',
      },
    ]);
  });
  it('silence about a target keeps it', () => {
    expect(running({})).toEqual([]);
  });
});

describe('One image name is one image', () => {
  const rule = 'image-name-collision';
  const shop = systemWith({ containers: { api: containerWith() } });
  const other = (containers: object) => systemWith({ name: 'agents', containers });

  it('two systems that publish different images under it break it', () => {
    expect(findingsWith({ systems: [shop, other({ api: containerWith({ document: 'T §9', title: 'Agents' }) })] })).toEqual([
      {
        rule,
        at: 'agents.api.image.repository',
        found: 'shop.api has another image of the name shop-api: one would overwrite the other',
        fix: 'name it after its system: agents-shop-api',
      },
    ]);
  });
  it('one contract in two systems keeps it, and so does a published image', () => {
    const cached = (document: string) => containerWith({ name: 'cache', document, image: { kind: 'published', reference: 'redis:7.4' } });

    expect(
      findingsWith({
        systems: [
          systemWith({ containers: { api: containerWith(), cache: cached('T §3') } }),
          other({ api: containerWith(), cache: cached('T §4') }),
        ],
      }),
    ).toEqual([]);
  });
  it('one image that runs in two ways within a system keeps it', () => {
    const worker = containerWith({ name: 'shop-worker', image });

    expect(findingsWith({ systems: [systemWith({ containers: { api: containerWith(), worker } })] })).toEqual([]);
  });
  it('a built image under the name of a published one breaks it', () => {
    const own = containerWith({ name: 'own', image: { ...image, repository: 'postgres' } });

    expect(findingsWith({ systems: [systemWith({ containers: { database, own } })] })).toEqual([
      {
        rule,
        at: 'shop.own.image.repository',
        found: 'shop.database has another image of the name postgres: one would overwrite the other',
        fix: 'name it after its system: shop-postgres',
      },
    ]);
  });
});
