import { scratch } from '../../../contracts';
import { mountsAreAbsolute } from '../../../contracts/rules/mounts-are-absolute';
import { mountsAreApart } from '../../../contracts/rules/mounts-are-apart';
import { problemsOf } from '../../support/contract-with';

const volume = (path: string) => scratch(path as '/', 'Files');
const file = (path: string) => ({ path, purpose: 'Tuning', need: 'optional', content: { format: 'as it is', text: '' } });

describe('A path that is mounted is absolute, written in one way only, and hides nothing that every process needs', () => {
  it.each(['/tmp', '/app/.next/cache', '/dev/shm', '/a..b', '/process', '/..a'])('%s keeps the rule', (path) => {
    expect(problemsOf(mountsAreAbsolute, { volumes: { v: volume(path) } })).toEqual([]);
  });
  it.each([
    ['tmp', '"tmp" is not absolute', 'write the path from the root: /…'],
    ['', '"" is not absolute', 'write the path from the root: /…'],
    ['/', '"/" is the root, and hides the whole image', 'write the folder that is written to'],
    ['//', '"//" is the root, and hides the whole image', 'write the folder that is written to'],
    ['/tmp/', '"/tmp/" has an empty part, . or ..', 'write "/tmp"'],
    ['/a//b', '"/a//b" has an empty part, . or ..', 'write "/a/b"'],
    ['/a/../b', '"/a/../b" has an empty part, . or ..', 'write "/b"'],
    ['/a/./b', '"/a/./b" has an empty part, . or ..', 'write "/a/b"'],
    ['/a:ro', '"/a:ro" holds a colon or a control character', 'choose another path'],
    ['/a\nb', '"/a\\nb" holds a colon or a control character', 'choose another path'],
    ['/proc/sys', '"/proc/sys" belongs to the container runtime', 'choose another path'],
    ['/dev', '"/dev" belongs to the container runtime', 'choose another path'],
  ])('%j breaks it', (path, found, fix) => {
    expect(problemsOf(mountsAreAbsolute, { volumes: { v: volume(path) }, files: {} })).toEqual([
      { at: 'shop.api.volumes.v.path', found, fix },
    ]);
    expect(problemsOf(mountsAreAbsolute, { volumes: {}, files: { f: file(path) } })).toEqual([{ at: 'shop.api.files.f.path', found, fix }]);
  });
});

describe('No two volumes or files are mounted at one path, and none inside another', () => {
  it.each([
    ['neighbours', { volumes: { a: volume('/data'), b: volume('/data2') }, files: {} }],
    ['two files of one folder', { volumes: {}, files: { a: file('/etc/a/x'), b: file('/etc/a/y') } }],
  ])('%s keep the rule', (_what, changes) => {
    expect(problemsOf(mountsAreApart, changes)).toEqual([]);
  });
  it.each([
    [
      'a path twice',
      { volumes: { a: volume('/tmp'), b: volume('/tmp') }, files: {} },
      { at: 'shop.api.volumes.b.path', found: 'volumes.a.path is the same path', fix: 'leave out one of the two' },
    ],
    [
      'a volume inside a volume',
      { volumes: { a: volume('/tmp/cache'), b: volume('/tmp') }, files: {} },
      {
        at: 'shop.api.volumes.a.path',
        found: 'the path lies inside /tmp, which is volumes.b.path',
        fix: 'leave out one of the two, or move one',
      },
    ],
    [
      'a file inside a volume',
      { volumes: { a: volume('/etc/api') }, files: { f: file('/etc/api/api.conf') } },
      {
        at: 'shop.api.files.f.path',
        found: 'the path lies inside /etc/api, which is volumes.a.path',
        fix: 'leave out one of the two, or move one',
      },
    ],
  ])('%s breaks it', (_what, changes, problem) => {
    expect(problemsOf(mountsAreApart, changes)).toEqual([problem]);
  });
});
