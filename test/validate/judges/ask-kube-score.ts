import { withoutRelease } from '../../../docs/make/without-release';
import { CouldNotRun } from '../could-not-run';
import type { Judges } from '../install/install-judges';
import type { Judged, Remark } from '../remark';
import { runProgram } from '../run-program';

interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}

/** CRITICAL is 1 and WARNING 5; better grades are praise. */
const WARNING = 5;

/** One remark for each line that kube-score prints as CRITICAL or WARNING. A file at a time: it looks from one object to others. */
export const askKubeScore = async ({ kubeScore }: Judges, files: readonly Judged[]): Promise<readonly Remark[]> => {
  const remarks: Remark[] = [];
  for (const file of files) remarks.push(...remarksOn(file, await scoresOf(kubeScore, file.path)));
  return remarks;
};

const scoresOf = async (program: string, path: string): Promise<readonly Scored[]> => {
  const scored = JSON.parse(await runProgram(program, ['score', '--output-format', 'json', path], { answers: [0, 1] })) as
    | readonly Scored[]
    | null;
  if (scored === null || scored.length === 0) throw new CouldNotRun(`kube-score saw no object in ${path}`);
  return scored;
};

const remarksOn = ({ target, system }: Judged, scored: readonly Scored[]): readonly Remark[] =>
  scored.flatMap(({ type_meta: { kind }, object_meta: { name }, checks }) =>
    checks
      .filter(({ grade, skipped }) => !skipped && grade <= WARNING)
      .map(({ check: { id }, comments }) => ({
        judge: 'kube-score',
        target,
        system,
        object: withoutRelease(`${kind}/${name}`),
        rule: id,
        says: (comments ?? []).map(({ path, summary }) => `${path === '' ? '' : `${path}: `}${summary}`).join('; '),
      })),
  );
