import fc from 'fast-check';
import type { ComposeCase } from './compose-cases';

const NAMES = ['a', 'b', 'c'] as const;
const pick = (...items: readonly string[]) => fc.constantFrom(...items);
/** Forms of each key, those of later files among them; some are refused, and then by both. */
const KEYS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  image: pick(
    'x:1',
    'registry.example:5000/team/x:2',
    '"x:${TAG}"',
    'x@sha256:0000000000000000000000000000000000000000000000000000000000000000',
    '"${NONE:-x}:${NONE-3}"',
  ),
  build: pick(
    '.',
    './app',
    '{ context: app, dockerfile: D, args: { A: 1, B: two } }',
    '{ context: ., target: t, args: [A=2, C] }',
    '{ args: { B: "${TAG}", A: !reset null } }',
  ),
  command: pick('run --now "a b"', '[run, "x y"]', '!reset null', '"$$HOME ${TAG}"', '!override [z]'),
  entrypoint: pick('sh -c "x"', '[tini, --]', '""'),
  environment: pick(
    '{ A: 1, B: yes, C: 1.50 }',
    '[A=2, "D=x y", A=3]',
    '{ B: "${TAG}", E: "${NONE:-${TAG}}" }',
    '["F=$$x", "G=${EMPTY:-full}", "H=${EMPTY-full}", "I=${TAG:+set}"]',
    '!override { Z: 0x1F }',
    '{ A: !reset null, J: 007, K: "007" }',
    '*env',
    '{ <<: *env, B: own }',
  ),
  env_file: pick(
    'one.env',
    '[one.env, two.env]',
    '[{ path: two.env, required: true }, { path: gone.env, required: false }]',
    '!override two.env',
  ),
  ports: pick(
    '["80:80"]',
    '[81, "82:82/udp"]',
    '["127.0.0.1:83-84:83-84", "${PORT}:85"]',
    '[{ target: 86, published: "86" }]',
    '!override ["90:90"]',
    '!reset []',
    '["80:80", { target: 80, published: 80 }]',
    '["8000-8002:80", "80"]',
  ),
  volumes: pick(
    '["./x:/x"]',
    '["data:/y:ro", "/z"]',
    '[{ type: bind, source: ./y, target: /x }]',
    '[{ type: tmpfs, target: /t }, "./q:/q:rw"]',
    '!override ["data:/v"]',
  ),
  tmpfs: pick('/tmp', '[/tmp, /run]', '["/cache:size=1m"]'),
  depends_on: pick('[c]', '{ c: { condition: service_healthy } }', '{ c: { condition: service_started, required: false } }', '!reset []'),
  healthcheck: pick(
    '{ test: curl x, interval: 5s }',
    '{ test: [CMD, a, b], timeout: 1m30s, retries: 4 }',
    '{ disable: true }',
    '{ interval: 10s, start_period: 1h }',
    '{ test: [CMD-SHELL, "x || y"], retries: "${PORT}" }',
    '!reset null',
    '{ test: [NONE] }',
  ),
  user: pick('root', '"1000:1000"', '"${UID:-7}"', '!reset null'),
  read_only: pick('true', 'false', '${YES}'),
  container_name: pick('name', '"n-${TAG}"'),
};
const service = fc
  .tuple(fc.subarray(Object.keys(KEYS), { minLength: 1, maxLength: 7 }), fc.infiniteStream(fc.nat()), fc.record(KEYS))
  .map(([keys, _, values]) => keys.map((key) => `    ${key}: ${values[key]}`));
const EXTENDS = ['', '    extends: c', '    extends: { service: c }', '    extends: { file: base/base.yaml, service: base }'];
const ANCHOR = 'x-env: &env { A: anchored, L: "1" }\n';
const file = fc.tuple(service, service, service, fc.constantFrom(...EXTENDS), fc.constantFrom(...EXTENDS), fc.boolean());
type Three = typeof file extends fc.Arbitrary<infer T> ? T : never;

const written = ([a, b, c, first, second, hasInclude]: Three, index: number): string => {
  const isFirst = index === 0;
  const all = [a, b, c].map((lines, at) => {
    const extended = isFirst ? [first, second, ''][at] : '';
    const own = isFirst && !lines.some((line) => line.startsWith('    image:')) ? [...lines, `    image: own:${at}`] : lines;
    // Nobody waits for himself.
    const fitting = at === 2 ? own.filter((line) => !line.startsWith('    depends_on:')) : own;
    return [`  ${NAMES[at]}:`, ...fitting.concat(fitting.length === 0 ? ['    labels: [x]'] : []), ...(extended ? [extended] : [])].join(
      '\n',
    );
  });
  const include = isFirst && hasInclude ? 'include: [part/part.yaml]\n' : '';
  return `${ANCHOR}${include}services:\n${all.join('\n')}\nvolumes:\n  data:\n`;
};

/** Projects of one to three files with what they extend, include and read beside them. */
export const composeProject: fc.Arbitrary<ComposeCase> = fc
  .tuple(fc.array(file, { minLength: 1, maxLength: 3 }), service, service)
  .map(([files, base, part]) => ({
    files: {
      ...Object.fromEntries(files.map((one, index) => [`file${index}.yaml`, written(one, index)])),
      'base/base.yaml': `${ANCHOR}services:\n  base:\n${base.filter((line) => !/depends_on|volumes|env_file/.test(line)).join('\n')}\n    working_dir: /w\n`,
      'part/part.yaml': `${ANCHOR}services:\n  part:\n    image: part:1\n${part.filter((line) => !/depends_on|image|env_file|volumes/.test(line)).join('\n')}\n    working_dir: /w\n`,
      '.env': 'TAG=7\nPORT=9\nEMPTY=\nYES=true\n',
      'one.env': 'A=file1\nM="$TAG x"\nN=\'$TAG\'\n# c\n',
      'two.env': 'A=file2\nO=${M:-none} # c\nexport P=1\n',
    },
    paths: files.map((_, index) => `file${index}.yaml`),
  }));
