import { readFileSync } from 'node:fs';
import { toText } from '../../contracts/finding';
import { versionsShapeFindings } from '../../contracts/shape';
import type { Versions } from '../../contracts/target';
import { type Answer, PROBLEMS, refused } from '../answer';

export interface VersionsText {
  readonly text: string;
  readonly versions: Versions;
}
/** versions.json as it stands now, and not as it was loaded with the targets: what is written back must be what was read. */
export const readVersions = (file: string, called: string): VersionsText | Answer => {
  try {
    const text = readFileSync(file, 'utf8');
    const versions = JSON.parse(text) as Versions;
    const findings = versionsShapeFindings(versions);
    return findings.length === 0 ? { text, versions } : { code: PROBLEMS, out: '', err: findings.map(toText) };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : `could not be read (${(error as NodeJS.ErrnoException).code})`;
    return refused(`${called} ${why}\n  fix: git checkout -- ${called}`);
  }
};
