import type { ShellCommand } from './shell-commands';

/** A figure that is absent cannot be known from here. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
  readonly home?: string;
}
export interface Accounts {
  readonly users: ReadonlyMap<string, Account>;
  readonly groups: ReadonlyMap<string, number | undefined>;
}
export type Distro = 'debian' | 'alpine';

/** Options with a value; everything else that begins with a dash stands alone. */
const VALUED: Readonly<Record<string, readonly string[]>> = {
  busyboxAdduser: ['-h', '-g', '-s', '-G', '-u', '-k', '--home', '--gecos', '--shell', '--ingroup', '--uid', '--skel'],
  debianAdduser: [
    '--home',
    '--shell',
    '--uid',
    '--gid',
    '--ingroup',
    '--gecos',
    '--comment',
    '--conf',
    '--firstuid',
    '--lastuid',
    '-c',
    '-u',
    '-h',
    '-s',
    '-g',
    '-G',
    '-k',
  ],
  addgroup: ['-g', '--gid', '--conf'],
  groupadd: ['-g', '--gid', '-K', '--key', '-p', '--password', '-R', '--root'],
  useradd: [
    '-u',
    '--uid',
    '-g',
    '--gid',
    '-G',
    '--groups',
    '-d',
    '--home-dir',
    '--home',
    '-s',
    '--shell',
    '-c',
    '--comment',
    '-b',
    '--base-dir',
    '-k',
    '--skel',
    '-K',
    '--key',
    '-p',
    '--password',
    '-e',
    '--expiredate',
    '-f',
    '--inactive',
  ],
};
interface Read {
  readonly has: (...names: readonly string[]) => boolean;
  readonly value: (...names: readonly string[]) => string | undefined;
  readonly names: readonly string[];
}
const read = (words: readonly string[], valued: readonly string[]): Read => {
  const options = new Map<string, string>();
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (word.startsWith('--')) {
      const [name = '', value] = word.split(/=(.*)/s);
      if (value !== undefined) options.set(name, value);
      else if (valued.includes(name)) options.set(name, words[++at] ?? '');
      else options.set(name, '');
    } else if (word.startsWith('-') && word.length > 1) {
      // -Su 1000 and -u1000
      for (let letter = 1; letter < word.length; letter += 1) {
        const name = `-${word[letter]}`;
        if (!valued.includes(name)) options.set(name, '');
        else {
          options.set(name, letter + 1 < word.length ? word.slice(letter + 1) : (words[++at] ?? ''));
          break;
        }
      }
    } else names.push(word);
  }
  return {
    has: (...asked) => asked.some((name) => options.has(name)),
    value: (...asked) => asked.map((name) => options.get(name)).find((value) => value !== undefined),
    names,
  };
};
const figure = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined);

const TOOLS = new Set(['addgroup', 'groupadd', 'useradd', 'adduser', 'usermod', 'groupmod', 'deluser', 'userdel', 'delgroup', 'groupdel']);

/** What a command of the account tools leaves behind; the same accounts where it is none of them. */
export const afterCommand = (accounts: Accounts, { words, isCertain }: ShellCommand, distro: Distro | undefined): Accounts => {
  const [tool = '', ...rest] = words;
  if (!TOOLS.has(tool)) return accounts;
  const users = new Map(accounts.users);
  const groups = new Map(accounts.groups);
  const gidOf = (group: string | undefined): number | undefined => figure(group) ?? (group === undefined ? undefined : groups.get(group));
  const addUser = (name: string | undefined, account: Account) => {
    if (name !== undefined) users.set(name, isCertain ? account : {});
  };
  switch (tool) {
    case 'addgroup': {
      const { names, value } = read(rest, VALUED.addgroup as readonly string[]);
      // With two names it puts a user into a group.
      if (names.length === 1) groups.set(names[0] as string, isCertain ? figure(value('-g', '--gid')) : undefined);
      break;
    }
    case 'groupadd': {
      const { names, value } = read(rest, VALUED.groupadd as readonly string[]);
      if (names[0] !== undefined) groups.set(names[0], isCertain ? figure(value('-g', '--gid')) : undefined);
      break;
    }
    case 'useradd': {
      const { names, value, has } = read(rest, VALUED.useradd as readonly string[]);
      const uid = figure(value('-u', '--uid'));
      const given = value('-g', '--gid');
      // It makes a group of the same name and, where that is free, the same number.
      const own = has('-N', '--no-user-group') ? 100 : uid;
      if (given === undefined && names[0] !== undefined && !has('-N', '--no-user-group')) groups.set(names[0], isCertain ? own : undefined);
      addUser(names[0], {
        ...known('uid', uid),
        ...known('gid', given === undefined ? own : gidOf(given)),
        home: value('-d', '--home-dir', '--home') ?? `/home/${names[0]}`,
      });
      break;
    }
    case 'adduser': {
      if (distro === undefined) {
        const last = rest.findLast((word) => !word.startsWith('-'));
        addUser(last, {});
      } else if (distro === 'alpine') {
        const { names, value, has } = read(rest, VALUED.busyboxAdduser as readonly string[]);
        if (names.length !== 1) break;
        const uid = figure(value('-u', '--uid'));
        const group = value('-G', '--ingroup');
        // BusyBox gives a system user without -G the group nogroup; any other gets a group of its own.
        const gid = group !== undefined ? gidOf(group) : has('-S', '--system') ? 65533 : uid;
        if (group === undefined && !has('-S', '--system')) groups.set(names[0] as string, isCertain ? uid : undefined);
        addUser(names[0], { ...known('uid', uid), ...known('gid', gid), home: value('-h', '--home') ?? `/home/${names[0]}` });
      } else {
        const { names, value, has } = read(rest, VALUED.debianAdduser as readonly string[]);
        if (names.length !== 1) break;
        const uid = figure(value('--uid', '-u'));
        const group = value('--gid', '-g') ?? value('--ingroup', '-G');
        const isSystem = has('--system', '-S', '-r');
        const gid = group !== undefined ? gidOf(group) : isSystem && !has('--group') ? 65534 : undefined;
        addUser(names[0], {
          ...known('uid', uid),
          ...known('gid', gid),
          home: value('--home', '-h') ?? (isSystem ? '/nonexistent' : `/home/${names[0]}`),
        });
      }
      break;
    }
    case 'usermod':
    case 'groupmod': {
      const name = rest.at(-1);
      if (name !== undefined && tool === 'usermod') {
        const { value } = read(rest, ['-u', '--uid', '-g', '--gid', '-l', '--login', '-d', '--home', '-s', '-c', '-G', '-p']);
        const before = users.get(name) ?? {};
        const renamed = value('-l', '--login');
        const uid = value('-u', '--uid');
        const gid = value('-g', '--gid');
        const { uid: oldUid, gid: oldGid, ...others } = before;
        addUser(renamed ?? name, {
          ...others,
          ...known('uid', uid === undefined ? oldUid : figure(uid)),
          ...known('gid', gid === undefined ? oldGid : gidOf(gid)),
        });
        if (renamed !== undefined) users.delete(name);
      } else if (name !== undefined) {
        const { value } = read(rest, ['-g', '--gid', '-n', '--new-name']);
        groups.set(value('-n', '--new-name') ?? name, isCertain ? (figure(value('-g', '--gid')) ?? groups.get(name)) : undefined);
      }
      break;
    }
    case 'deluser':
    case 'userdel': {
      const gone = rest.findLast((word) => !word.startsWith('-'));
      const account = users.get(gone ?? '');
      users.delete(gone ?? '');
      // Its own group goes with it where nobody else is in it.
      if (gone !== undefined && groups.get(gone) === account?.gid) groups.delete(gone);
      break;
    }
    case 'delgroup':
    case 'groupdel':
      groups.delete(rest.findLast((word) => !word.startsWith('-')) ?? '');
      break;
    default:
      return accounts;
  }
  return { users, groups };
};
const known = <K extends 'uid' | 'gid'>(key: K, value: number | undefined): Partial<Record<K, number>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, number>);
