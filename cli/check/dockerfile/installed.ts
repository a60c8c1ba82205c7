import type { ShellCommand } from './shell-commands';

export interface Install {
  readonly manager: 'apt' | 'apk' | 'dnf' | 'pip' | 'npm';
  /** Named packages, without versions; a file of requirements is no name. */
  readonly packages: readonly string[];
  readonly words: readonly string[];
  readonly command: ShellCommand;
}
const VALUED = [
  '-t',
  '--target-release',
  '-o',
  '-c',
  '--option',
  '--virtual',
  '--repository',
  '-X',
  '-r',
  '--requirement',
  '-i',
  '--index-url',
  '--extra-index-url',
  '--target',
  '--prefix',
  '--find-links',
  '-f',
  '--constraint',
  '--trusted-host',
  '--root',
];

/** What a command installs; undefined: nothing. */
export const installOf = (command: ShellCommand): Install | undefined => {
  const { words } = command;
  const [tool = '', ...rest] = words[1] === '-m' && /^python[\d.]*$/.test(words[0] ?? '') ? words.slice(2) : words;
  const name = tool.slice(tool.lastIndexOf('/') + 1);
  const verb = rest.findIndex((word) => !word.startsWith('-'));
  const manager = /^(apt|apt-get|aptitude)$/.test(name)
    ? 'apt'
    : name === 'apk'
      ? 'apk'
      : /^(yum|dnf|microdnf)$/.test(name)
        ? 'dnf'
        : /^pip[\d.]*$/.test(name)
          ? 'pip'
          : name === 'npm'
            ? 'npm'
            : undefined;
  if (manager === undefined) return undefined;
  const verbs = manager === 'apk' ? ['add'] : manager === 'npm' ? ['install', 'i', 'ci', 'add'] : ['install'];
  const at = rest.findIndex((word) => verbs.includes(word));
  // `apt-get -o x=y install`: options with a value stand before the verb.
  if (at === -1 || (at !== verb && !rest.slice(0, at).some((word) => word.startsWith('-')))) return undefined;
  const packages: string[] = [];
  for (let index = at + 1; index < rest.length; index += 1) {
    const word = rest[index] as string;
    if (VALUED.includes(word)) index += 1;
    else if (!word.startsWith('-'))
      packages.push(word.replace(/(?:[<>=!~]=?|==|\[).*$/, '').replace(/\/.*$/, (all) => (manager === 'apt' ? '' : all)));
  }
  return { manager, packages, words: rest, command };
};
