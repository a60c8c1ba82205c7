import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toText } from '../../contracts/finding';
import { targets } from '../../targets';
import { checksOf, type Limit } from './checks';
import { beyondProduction } from './compare';
import { CouldNotRun } from './could-not-run';
import { EXCEPTIONS } from './exceptions';
import { CACHE, installJudges } from './install/install-judges';
import { distFiles, ENGINES, engineFiles, GATEWAY, gatewayFiles, RELEASED, releasedFile } from './judged-files';
import { askCheckov } from './judges/ask-checkov';
import { askKubeScore } from './judges/ask-kube-score';
import { askKubeconform } from './judges/ask-kubeconform';
import { askPodSecurity } from './judges/ask-pod-security';
import type { JudgeName } from './remark';
import { table } from './table';

const JUDGES = ['kubeconform', 'pod-security', 'kube-score', 'checkov'] as const satisfies readonly JudgeName[];
const TARGETS = targets.map(({ name }) => name);
const FIGURES = { system: 'todo-chatbot', target: 'production' };
const RELEASE = { system: FIGURES.system, target: RELEASED };
const LIMITS: readonly Limit[] = [
  { judge: 'kubeconform', ...FIGURES, atMost: 0 },
  { judge: 'pod-security', ...FIGURES, atMost: 0 },
  { judge: 'kube-score', ...FIGURES, atMost: 8 },
  // Seven fewer when the images have digests, which nobody can know before they are pushed.
  { judge: 'checkov', ...FIGURES, atMost: 15 },
  { judge: 'kubeconform', ...RELEASE, atMost: 0 },
  { judge: 'pod-security', ...RELEASE, atMost: 0 },
  { judge: 'kube-score', ...RELEASE, atMost: 8 },
  { judge: 'checkov', ...RELEASE, atMost: 8 },
];

/** `npm run validate [-- --outputFile FILE]`: FILE gets the counts under the names that jest gives them. */
const main = async (): Promise<number> => {
  const { outputFile } = parseArgs({ options: { outputFile: { type: 'string' } } }).values;
  const judges = await installJudges(CACHE);
  const work = mkdtempSync(join(tmpdir(), 'waybill-validate-'));
  try {
    const files = [...distFiles(), ...releasedFile(work, RELEASE.system), ...engineFiles(work)];
    const all = [
      ...(await askKubeconform(judges, [...files, ...gatewayFiles(work)])),
      ...(await askPodSecurity(judges, files)),
      ...(await askKubeScore(judges, files)),
      ...(await askCheckov(judges, files)),
    ];
    const remarks = beyondProduction(all, EXCEPTIONS, ENGINES);
    const asked = JUDGES.map((name) => ({ name, targets: [...TARGETS, ...ENGINES, ...(name === 'kubeconform' ? [GATEWAY] : [])] }));
    const checks = checksOf(remarks, EXCEPTIONS, asked, LIMITS);
    const failed = checks.filter(({ findings }) => findings.length > 0);

    for (const { sentence, findings } of failed) console.error(`NOT TRUE: ${sentence}\n${findings.map(toText).join('\n')}\n`);
    console.log(`${table(remarks, JUDGES, [...TARGETS, ...ENGINES], LIMITS)}\n\nThe reasons of what is left: docs/exceptions.md`);
    console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
    const counts = { numPassedTests: checks.length - failed.length, numFailedTests: failed.length, numRuntimeErrorTestSuites: 0 };
    if (outputFile !== undefined) writeFileSync(outputFile, JSON.stringify(counts));
    return failed.length === 0 ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof CouldNotRun)) throw error;
    console.error(
      `could not run: ${error.message}\n  fix: it needs Go, Python 3 with venv and pip, and their package registries (test/validate/README.md)`,
    );
    process.exitCode = 2;
  },
);
