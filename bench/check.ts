import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../cli/check/check-files';
import { promisedOf } from '../cli/check/promised-of';
import { readExpectations } from '../cli/check/read-expectations';
import { readClauses } from '../cli/clauses/read-clauses';
import { systems } from '../systems';

/** CPU time of `waybill check` on 1,000 Dockerfiles, each another one and held against its contract: npx tsx bench/check.ts */
const FILES = 1000;
const MOST_SECONDS = 5;

const promised = systems.flatMap((system) => promisedOf(system, readClauses(system.name), readExpectations(system.name)));
const references = promised.map((one) => {
  const path = join(__dirname, '..', 'examples', ...one.at.split('.'), 'Dockerfile');
  const ignore = `${path}.dockerignore`;
  return { promised: one, text: readFileSync(path, 'utf8'), ignore: existsSync(ignore) ? readFileSync(ignore) : undefined };
});
const inputs = Array.from({ length: FILES }, (_, index) => {
  const { promised: one, text, ignore } = references[index % references.length] as (typeof references)[number];
  return {
    dockerfile: { path: `${index}/Dockerfile`, bytes: Buffer.from(`${text}\n# ${index}\n`) },
    ...(ignore === undefined ? {} : { dockerignore: { path: `${index}/.dockerignore`, bytes: ignore } }),
    promised: one,
    today: '2026-11-21',
  };
});

const before = process.cpuUsage();
const findings = inputs.reduce((sum, input) => sum + checkFiles(input).length, 0);
const { user, system } = process.cpuUsage(before);
const whole = process.cpuUsage();
const seconds = (micros: number): string => (micros / 1e6).toFixed(2);
console.log(
  `${FILES} Dockerfiles, ${findings} findings: ${seconds(user + system)} s of CPU, ${seconds(whole.user + whole.system)} s with the start of the process`,
);
if (user + system > MOST_SECONDS * 1e6) process.exitCode = 1;
