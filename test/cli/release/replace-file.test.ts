import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../../cli/release/replace-file';

describe('A file that is put in the place of another', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replace-'));
    writeFileSync(join(folder, 'a.json'), 'old');
    chmodSync(join(folder, 'a.json'), 0o640);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = () => readFileSync(join(folder, 'a.json'), 'utf8');

  it('has its mode, and leaves nothing beside it', () => {
    expect(replaceFile(join(folder, 'a.json'), 'old', 'new')).toBeUndefined();
    expect([read(), statSync(join(folder, 'a.json')).mode & 0o777, readdirSync(folder)]).toEqual(['new', 0o640, ['a.json']]);
  });
  it('goes where a link leads, and the link stays one', () => {
    symlinkSync('a.json', join(folder, 'link'));

    expect(replaceFile(join(folder, 'link'), 'old', 'new')).toBeUndefined();
    expect([read(), lstatSync(join(folder, 'link')).isSymbolicLink()]).toEqual(['new', true]);
  });
  it('does not go over what somebody else wrote since it was read', () => {
    writeFileSync(join(folder, 'a.json'), 'newer');

    expect(replaceFile(join(folder, 'a.json'), 'old', 'new')).toBe('somebody else has changed it since it was read');
    expect([read(), readdirSync(folder)]).toEqual(['newer', ['a.json']]);
  });
});
