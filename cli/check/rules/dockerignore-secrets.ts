import { isIgnored } from '../dockerignore/is-ignored';
import { allSteps, type CheckRule, spotIn } from '../rule';

const SECRET =
  /(?:^|\/)(?:\.env(?:\.(?!example$|sample$|template$|dist$)[\w.]+)?|id_(?:rsa|ed25519|ecdsa)|[^/]+\.(?:pem|key|p12|pfx)|\.npmrc|\.netrc|\.pgpass)$/;

export const dockerignoreSecrets: CheckRule = {
  id: 'dockerignore-secrets',
  class: 'defect',
  level: 'warning',
  promise: 'Secrets beside the Dockerfile stay out of the context.',
  why: 'What COPY . takes lies in a layer for everybody who can pull the image, deleted later or not.',
  fix: 'ignore .env files and keys',
  source: 'https://docs.docker.com/build/building/secrets/',
  problems: (subject) => {
    const { ignore, context, promised } = subject;
    if (ignore === undefined || ignore === 'unknown') return [];
    const all = allSteps(subject).find(
      ({ copy }) => copy !== undefined && copy.from === undefined && copy.sources.some((source) => /^\.?\/?$/.test(source)),
    );
    if (all === undefined) return [];
    // Without a look into the folder only a contract says that there may be one.
    const likely = promised === undefined ? [] : ['.env'];
    const samples = context === undefined ? likely : context.paths.filter((path) => SECRET.test(path));
    return samples
      .filter((path) => !isIgnored(ignore.patterns, path))
      .slice(0, 5)
      .map((path) => ({
        spot: spotIn(all),
        found: `${path} is not ignored, so the whole-folder copy takes it along`,
        fix: `**/${path.slice(path.lastIndexOf('/') + 1)} in .dockerignore`,
      }));
  },
};
