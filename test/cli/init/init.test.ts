import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkFiles } from '../../../cli/check/check-files';
import { promisedOf } from '../../../cli/check/promised-of';
import { runInit } from '../../../cli/init/run-init';
import { synthesize } from '../../../constructs/synthesize';
import type { AnySystem } from '../../../contracts';
import { readSystem } from '../../../contracts/read-system';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';

const root = resolve(__dirname, '../../..');
const fixtures = join(__dirname, 'fixtures');
const work = mkdtempSync(join(tmpdir(), 'waybill-init-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const language = join(root, 'contracts');
const at = (folder: string, content: string) => {
  mkdirSync(join(work, dirname(folder)), { recursive: true });
  writeFileSync(join(work, folder), content);
  return folder;
};
/** What is printed, kept as a file, and the system that it makes. */
const begin = (name: string, dockerfile: string, compose?: string, cwd = root) => {
  const { code, out, err } = runInit({ dockerfile, ...(compose === undefined ? {} : { compose }), name, cwd, language });
  expect({ code, err }).toEqual({ code: 0, err: [] });
  const path = join(work, at(`${name}.ts`, out));
  return { out, path, system: (require(path) as { made: AnySystem }).made };
};
const dockerfiles = ['habit-tracker', 'realtime-svg', 'todo-chatbot'].flatMap((system) => [`${system}/backend`, `${system}/frontend`]);
const examples = [...dockerfiles, 'todo-agents/backend', 'postgres-patroni/postgres'].map((folder) => ({
  folder,
  ...begin(`new-${folder.replace('/', '-')}`, `examples/${folder}/Dockerfile`),
}));
const withCompose = begin('shop', join(fixtures, 'web/Dockerfile'), join(fixtures, 'compose.yaml'), fixtures);
const HOSTILE = `FROM debian:bookworm-slim
LABEL b="\`'; process.exit(1); // */\u202e" __proto__=x
USER 0
EXPOSE 80 9000/udp
ENV __proto__=y
VOLUME /data
CMD echo 'it''s' \`date\`
`;
const hostile = begin('hostile', at('hostile/Dockerfile', HOSTILE), undefined, work);
/** What real files have and a contract has no word for. */
const COMMON = `ARG RELEASE=1
FROM golang:latest AS tests
ARG RELEASE=2
RUN go test ./...
FROM alpine:3.22 AS fetch_amd64
FROM alpine:3.22 AS fetch_arm64
FROM fetch_\${TARGETARCH} AS fetch
FROM alpine
COPY --from=2 /etc/ssl /etc/ssl
COPY --from=fetch /etc/passwd /etc/passwd
SHELL ["/bin/ash", "-e", "-c"]
EXPOSE 80
VOLUME /data/
VOLUME ["/data"]
HEALTHCHECK --timeout=5s --start-period=0s --retries=0 CMD wget -qO- http://localhost/ || exit 1
CMD ./serve --port 80 && echo done
`;
const common = begin('common', at('common/Dockerfile', COMMON), undefined, work);
const everything = [
  ...examples.map(({ folder, ...one }) => ({ name: folder, ...one })),
  { name: 'compose', ...withCompose },
  { name: 'hostile', ...hostile },
  { name: 'common', ...common },
];

describe('What waybill init prints', () => {
  it('type-checks', () => {
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] },
      include: [join(work, '*.ts')],
    };
    writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(config));

    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(work, 'tsconfig.json')], { encoding: 'utf8' });

    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it.each(everything)('$name: synthesizes at each target, without a finding', ({ system }) => {
    const { findings, files } = synthesize([...systems, system], targets, versions);

    expect(findings).toEqual([]);
    expect([...files.keys()]).toEqual(expect.arrayContaining([`${system.name}.k8s.yaml`, `production/${system.name}.k8s.yaml`]));
  });

  it.each(examples)('$folder: waybill check agrees with it', ({ folder, system }) => {
    const path = join(root, 'examples', folder, 'Dockerfile');
    const [promised] = promisedOf(system, [], []);
    const findings = checkFiles({
      dockerfile: { path, bytes: readFileSync(path) },
      dockerignore: { path: `${path}.dockerignore`, bytes: readFileSync(`${path}.dockerignore`) },
      ...(promised === undefined ? {} : { promised }),
      today: '2026-01-01',
    });

    expect(findings.filter(({ level }) => level === 'problem')).toEqual([]);
  });

  it('waybill check says no more of the file with what was only asked in it than without a contract', () => {
    const [promised] = promisedOf(common.system, [], []);
    const ofFile = (with_: object) =>
      checkFiles({
        dockerfile: { path: 'Dockerfile', bytes: Buffer.from(COMMON) },
        dockerignore: 'unknown',
        today: '2026-01-01',
        ...with_,
      });

    expect(ofFile({ promised })).toEqual(ofFile({}));
    expect(ofFile({ promised: { ...promised, unsaid: {} } }).length).toBeGreaterThan(ofFile({}).length);
  });

  it('names the stages that the image is made of, and no other', () => {
    const { image } = readSystem(common.system).system.contracts.app ?? {};

    expect(image?.kind === 'built' && image.build.stages.map(({ name }) => name)).toEqual(['fetch_arm64', 'fetch', 'runner']);
  });

  it('asks what the files do not say, and says what they do', () => {
    const { system, origins } = readSystem(withCompose.system);
    const asked = origins.flatMap((origin) => (origin.said === 'owner' ? [origin.at] : []));

    expect(system.contracts.app).toMatchObject({
      image: { repository: 'shop-web', version: 'v2.1.0', base: 'node:22-slim' },
      user: { uid: 1000, gid: 1000 },
      ports: { http: { number: 3000 } },
      process: { command: ['node', 'dist/server.js'], stopSignal: 'SIGINT' },
    });
    expect(asked.map((place) => place.replace('shop.app.', ''))).toEqual(
      expect.arrayContaining(['resources', 'health.liveness', 'health.readiness', 'process.stopsWithin', 'needs.external.database.host']),
    );
  });

  it('holds no secret of the files', () => {
    expect(withCompose.out).toContain("SESSION_SECRET: requiredSecret('From the compose file')");
    for (const secret of ['correct-horse', 'swordfish', 'trustno1', 'glpat-']) expect(withCompose.out).not.toContain(secret);
  });

  it('takes hostile names for what they are: text', () => {
    expect(readSystem(hostile.system).system.contracts.app).toMatchObject({ image: { labels: { b: "`'; process.exit(1); // */\u202e" } } });
    expect(hostile.out).not.toContain('\u202e');
    expect(hostile.out).toContain('On which port could it listen?');
    expect(hostile.out).toContain('The image runs as root.');
  });
});

describe('What it cannot begin with ends with 2 and a way out', () => {
  it.each([
    ['nothing there', 'nowhere/Dockerfile', undefined, 'is not there'],
    ['a folder', '.', undefined, 'cannot be read'],
    ['no image', at('empty/Dockerfile', '# nothing\n'), undefined, 'has no FROM'],
    ['bytes', at('binary/Dockerfile', 'FROM a\u0000b\n'), undefined, 'NUL byte'],
    [
      'a compose file of another',
      at('one/Dockerfile', 'FROM a:1\n'),
      at('other.yaml', 'services: { a: { build: ./two } }\n'),
      'builds no service',
    ],
    [
      'a compose file that builds two from it',
      'one/Dockerfile',
      at('two.yaml', 'services: { a: { build: ./one }, b: { build: ./one } }\n'),
      'builds 2',
    ],
    ['no YAML', 'one/Dockerfile', at('no.yaml', 'services: {\n'), 'is no YAML'],
  ])('%s', (_, dockerfile, compose, said) => {
    const { code, out, err } = runInit({ dockerfile, ...(compose === undefined ? {} : { compose }), cwd: work, language });

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err[0]).toContain(said);
    expect(err[1]).toMatch(/^ {2}fix: /);
  });
});
