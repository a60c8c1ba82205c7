import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy, From } from 'dockerfile-ast';
import { DockerfileParser } from 'dockerfile-ast';
import { readSystem } from '../../contracts/read-system';
import { systems } from '../../systems';

const root = join(__dirname, '../../examples');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const contracts = systems.flatMap((system) =>
  Object.entries(readSystem(system).system.contracts).map(([role, contract]) => ({ folder: `${system.name}/${role}`, contract })),
);
const built = contracts.flatMap(({ folder, contract: { image } }) => (image.kind === 'built' ? [{ folder, image }] : []));
const patroni = 'postgres-patroni/postgres';
const scripts = readdirSync(join(root, patroni), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sh'));

describe('Each image that a system builds', () => {
  it('has a Dockerfile and a Dockerfile.dockerignore, and nobody else has', () => {
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /Dockerfile(\.|$)/.test(path));

    expect(found.sort()).toEqual(built.flatMap(({ folder }) => [`${folder}/Dockerfile`, `${folder}/Dockerfile.dockerignore`]).sort());
  });

  it.each(built)('$folder copies what its contract names, what an earlier stage made, or what is installed from', ({ folder, image }) => {
    const named = (image.build.copies ?? [])
      .filter((copy) => !('stage' in copy) || copy.stage === undefined)
      .map(({ from }) => from.replace(/^\.\//, ''));
    const manifests = ['package.json', 'package-lock.json', 'requirements.txt', '${REQUIREMENTS_FILE}', '.'];
    const stages: (string | null)[] = [];
    const strange: string[] = [];
    for (const instruction of DockerfileParser.parse(read(`${folder}/Dockerfile`)).getInstructions()) {
      if (instruction.getKeyword() === 'FROM') stages.push((instruction as From).getBuildStage());
      if (instruction.getKeyword() !== 'COPY') continue;
      const from = (instruction as Copy)
        .getFlags()
        .find((flag) => flag.getName() === 'from')
        ?.getValue();
      const sources = instruction
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue().replace(/^\.\//, ''));
      if (from !== undefined && from !== null) strange.push(...(stages.slice(0, -1).includes(from) ? [] : [`--from=${from}`]));
      else
        strange.push(
          ...sources.filter(
            (source) => ![...named, ...manifests].some((known) => source === known || (known.endsWith('/') && source.startsWith(known))),
          ),
        );
    }

    expect(strange).toEqual([]);
  });

  it.each(built)('$folder takes everything only into a stage that is thrown away', ({ folder }) => {
    const last = DockerfileParser.parse(read(`${folder}/Dockerfile`))
      .getInstructions()
      .map((each) => each.toString());

    expect(last.slice(last.findLastIndex((line) => line.startsWith('FROM '))).filter((line) => /^COPY \. /.test(line))).toEqual([]);
  });
});

describe('docs/images.md', () => {
  it('lists each repair that a file marks, and no other', () => {
    const marks = (text: string) => new Set(text.match(/\b(?:D-[A-Z]+\d+|C\d+|G\d+)\b/g));
    const inFiles = marks(
      built.flatMap(({ folder }) => [read(`${folder}/Dockerfile`), read(`${folder}/Dockerfile.dockerignore`)]).join('\n'),
    );
    const page = readFileSync(join(__dirname, '../../docs/images.md'), 'utf8');
    /** They explain what stays as the document has it. */
    const kept = ['C18', 'D-A5', 'D-H6', 'D-H7', 'D-R9', 'G1'];

    expect([...marks(page)].sort()).toEqual([...inFiles].filter((mark) => !kept.includes(mark)).sort());
  });
});

describe('realtime-svg', () => {
  it('has one Dockerfile for two binaries: the two differ in the binary’s name alone', () => {
    const of = (binary: string) => read(`realtime-svg/${binary}/Dockerfile`);
    // The default of the argument is the document's for both.
    const named = (text: string) => text.replace(/(?<!TARGET_BINARY=)frontend|(?<=build-arg TARGET_BINARY=)frontend/g, 'backend');

    expect(named(of('frontend'))).toBe(of('backend'));
    expect(read('realtime-svg/frontend/Dockerfile.dockerignore')).toBe(read('realtime-svg/backend/Dockerfile.dockerignore'));
  });
});

describe('The scripts of the Patroni image', () => {
  it.each(scripts)('%s can be executed and is one that sh can read', (script) => {
    const path = join(root, patroni, script);

    expect(statSync(path).mode & 0o111).toBe(0o111);
    expect(spawnSync('sh', ['-n', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it('fill in everything that the configuration leaves open', () => {
    const open = new Set(read(`${patroni}/config/patroni.yml`).match(/@\w+@/g));
    const filled = read(`${patroni}/setup/scripts/patroni-configuration.sh`).match(/@\w+@/g);

    expect([...open].sort()).toEqual(filled?.sort());
  });

  it('ask for each variable that the contract requires', () => {
    const { env = {} } = contracts.find(({ folder }) => folder === patroni)?.contract ?? {};
    const required = Object.entries(env).flatMap(([name, { need }]) => (need.startsWith('required') ? [name] : []));
    const { status, stderr } = spawnSync('sh', [join(root, patroni, 'setup/scripts/check-configuration.sh')], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    const asked = [...stderr.matchAll(/^configuration: (\w+) is required$/gm)].map(([, name]) => name);

    expect(status).toBe(1);
    expect(asked).toEqual(expect.arrayContaining(required));
  });
});
