import { type CheckInput, checkFiles } from '../../../../cli/check/check-files';
import type { CheckFinding } from '../../../../cli/check/check-finding';
import type { Promised } from '../../../../cli/check/rule';
import { promisedCalled, TODAY } from './references';

const bytes = (text: string): Uint8Array => Buffer.from(text);

/**
 * A Dockerfile with lines in front that say what stands beside it: `#: context PATH[=TEXT]`, `#: dockerignore PATTERN`,
 * `#: no dockerignore`, `#: contract SYSTEM.CONTAINER`, `#: volume PATH`.
 */
export const findingsOfFixture = (text: string): readonly CheckFinding[] => {
  const lines = text.split('\n');
  const said = lines.filter((line) => line.startsWith('#: ')).map((line) => line.slice(3));
  const all = (word: string) => said.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const files = new Map(all('context').map((one) => [one.split('=', 1)[0] as string, one.slice(one.indexOf('=') + 1)]));
  const patterns = all('dockerignore');
  const [at] = all('contract');
  const [volume] = all('volume');
  const input: CheckInput = {
    dockerfile: { path: 'Dockerfile', bytes: bytes(lines.filter((line) => !line.startsWith('#: ')).join('\n')) },
    today: TODAY,
    ...(patterns.length > 0
      ? { dockerignore: { path: '.dockerignore', bytes: bytes(patterns.join('\n')) } }
      : said.includes('no dockerignore')
        ? {}
        : { dockerignore: 'unknown' as const }),
    ...(files.size === 0 ? {} : { context: { paths: [...files.keys()], read: (path: string) => files.get(path) } }),
    ...(at === undefined ? {} : { promised: withVolume(promisedCalled(at), volume) }),
  };
  return checkFiles(input);
};
const withVolume = (promised: Promised, path: string | undefined): Promised =>
  path === undefined
    ? promised
    : ({
        ...promised,
        contract: { ...promised.contract, volumes: { own: { kind: 'scratch', path, purpose: 'a test' } } },
      } as unknown as Promised);
