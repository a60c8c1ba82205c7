import { withoutRelease } from '../../../docs/make/without-release';
import { VERSIONS } from '../../judges/kubernetes-schemas';
import { CouldNotRun } from '../could-not-run';
import type { Judges } from '../install/install-judges';
import type { Judged, Remark } from '../remark';
import { runProgram } from '../run-program';

/** As pod-security/main.go prints it. */
interface Answer {
  readonly pods: number;
  readonly problems: readonly {
    readonly file: string;
    readonly kind: string;
    readonly name: string;
    readonly version: string;
    readonly reason: string;
    readonly detail: string;
  }[];
}

/** What pods break of the restricted profile, as the API server of each version has it. */
export const askPodSecurity = async ({ podSecurity }: Judges, files: readonly Judged[]): Promise<readonly Remark[]> => {
  const { pods, problems } = JSON.parse(await runProgram(podSecurity, [VERSIONS.join(','), ...files.map(({ path }) => path)])) as Answer;
  if (pods === 0) throw new CouldNotRun('pod-security saw no pod');
  return problems.flatMap(({ file, kind, name, version, reason, detail }) =>
    files
      .filter(({ path }) => path === file)
      .map(({ target, system }) => ({
        judge: 'pod-security',
        target,
        system,
        object: withoutRelease(`${kind}/${name}`),
        rule: `restricted of Kubernetes ${version}`,
        says: `${reason}: ${detail}`,
      })),
  );
};
