import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { synthesize } from '../../../constructs/synthesize';
import type { AnySystem, Target } from '../../../contracts';
import type { Versions } from '../../../contracts/target';
import { systems as ours } from '../../../systems';
import { versions } from '../../../targets';
import { minikube } from '../../../targets/minikube';

interface Changes {
  readonly target?: Target;
  readonly tags?: Readonly<Record<string, string>>;
  /** Instead of ours. */
  readonly systems?: readonly AnySystem[];
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** The dist of Minikube, or of another target, after a change of the target, of tags in versions.json or of systems, in a folder of its own. @throws on findings. */
export const synthesizeTo = ({ target = minikube, tags = {}, systems = ours }: Changes): string => {
  const changed = Object.entries(tags).map(([image, tag]) => [image, { tag }] as const);
  const all: Versions = { [target.name]: { ...(versions as Versions)[target.name], ...Object.fromEntries(changed) } };
  const { files, findings } = synthesize(systems, [target], all);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const folder = mkdtempSync(join(tmpdir(), 'waybill-'));
  made.push(folder);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};
