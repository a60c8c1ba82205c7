import { type CheckRule, spotIn } from '../rule';

const STANDARD = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/home',
  '/lib',
  '/media',
  '/mnt',
  '/opt',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/srv',
  '/sys',
  '/tmp',
  '/usr',
  '/var',
];

/** What puts folders anywhere, without naming them on its line. */
const UNPACKS = /^(?:unzip|tar|bsdtar|7za?|cpio|git|svn|hg|cp|rsync|install|dpkg|rpm|make|cmake|ninja|(?:ba|da)?sh|\.{0,2}\/.*)$/;

export const targetDirMissing: CheckRule = {
  id: 'target-dir-missing',
  class: 'defect',
  level: 'problem',
  promise: 'The folder that something is moved to is there.',
  why: 'mv ends with "No such file or directory".',
  fix: 'WORKDIR or mkdir -p before it',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/mv.html',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      if (stage.distro === undefined) return [];
      const made = new Set<string>();
      let isOpen = false;
      const make = (path: string | undefined) => made.add(`/${(path ?? '').split('/')[1] ?? ''}`);
      return stage.chain.flatMap((step) => {
        if (step.instruction.keyword === 'WORKDIR') make(step.instruction.text);
        make(step.workdir);
        make(step.copy?.destination);
        return step.commands.flatMap(({ words }) => {
          const target = words.at(-1) ?? '';
          const top = `/${target.split('/')[1] ?? ''}`;
          isOpen ||= UNPACKS.test(words[0] ?? '');
          const misses =
            !isOpen &&
            words[0] === 'mv' &&
            step.stage === stage &&
            /^\/[\w-]+\/./.test(target) &&
            !made.has(top) &&
            !STANDARD.includes(top);
          if (!['mv', 'cd', 'test'].includes(words[0] ?? '')) for (const word of words) if (word.startsWith('/')) make(word);
          return misses ? [{ spot: spotIn(step, target), found: `nothing makes ${top} before mv puts something into it` }] : [];
        });
      });
    }),
};
