import { expand, type Known } from '../dockerfile/expand';
import type { Step } from '../dockerfile/stage';
import { allSteps, type CheckRule, type Context, type Promised, spotIn } from '../rule';

export const cargoBinMissing: CheckRule = {
  id: 'cargo-bin-missing',
  class: 'defect',
  level: 'problem',
  promise: 'The binary that cargo is told to build is one of the workspace.',
  why: 'cargo ends with "no bin target named …", after all dependencies were built.',
  fix: 'name a binary of Cargo.toml',
  source: 'https://doc.rust-lang.org/cargo/reference/cargo-targets.html#binaries',
  problems: (subject) => {
    const { context, promised, file } = subject;
    const binaries = context === undefined ? undefined : binariesIn(context);
    if (binaries === undefined) return [];
    return allSteps(subject).flatMap((step) =>
      askedIn(step).flatMap((word) => {
        const name = expand(word, withFixed(step, promised), file.escapes);
        return name === undefined || binaries.has(name)
          ? []
          : [
              {
                spot: spotIn(step, word),
                found: `no Cargo.toml has a binary called ${name}`,
                fix: `one of ${[...binaries].sort().join(', ') || 'none: the workspace has no binary'}`,
              },
            ];
      }),
    );
  },
};

const askedIn = ({ commands }: Step): readonly string[] =>
  commands
    .filter(({ words }) => words[0] === 'cargo')
    .flatMap(({ words }) =>
      words.flatMap((word, index) =>
        word.startsWith('--bin=') ? [word.slice('--bin='.length)] : word === '--bin' ? words.slice(index + 1, index + 2) : [],
      ),
    );

/** The contract says what this image is given of an argument that its Dockerfile shares with others. */
const withFixed = ({ variables }: Step, promised: Promised | undefined): ReadonlyMap<string, Known> => {
  const image = promised?.contract.image;
  const given = Object.entries(image?.kind === 'built' ? (image.build.arguments ?? {}) : {});
  return new Map([
    ...variables,
    ...given.flatMap(([name, { fixed }]) => {
      const known = variables.get(name);
      return fixed === undefined || known?.kind !== 'ARG' ? [] : [[name, { ...known, value: fixed }] as const];
    }),
  ]);
};

const BIN = /\[\[bin\]\]((?:(?!\n\s*\[)[\s\S])*)/g;
const PACKAGE = /\[package\]((?:(?!\n\s*\[)[\s\S])*)/;
const NAME = /(?:^|[\s{,])name\s*=\s*["']([^"']+)["']/;
/** Names of all binaries; undefined: there is no Cargo.toml, or one cannot be read. */
const binariesIn = ({ paths, read }: Context): ReadonlySet<string> | undefined => {
  const manifests = paths.filter((path) => /(?:^|\/)Cargo\.toml$/.test(path));
  const found = new Set<string>();
  for (const path of manifests) {
    const text = read(path);
    if (text === undefined) return undefined;
    const folder = path.slice(0, -'Cargo.toml'.length);
    for (const [, body = ''] of text.matchAll(BIN)) add(found, NAME.exec(body)?.[1]);
    if (paths.includes(`${folder}src/main.rs`)) add(found, NAME.exec(PACKAGE.exec(text)?.[1] ?? '')?.[1]);
    const own = new RegExp(`^${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}src/bin/([^/]+?)(?:\\.rs|/main\\.rs)$`);
    for (const file of paths) add(found, own.exec(file)?.[1]);
  }
  return manifests.length === 0 ? undefined : found;
};
const add = (names: Set<string>, name: string | undefined): void => {
  if (name !== undefined) names.add(name);
};
