import { join } from 'node:path';
import { systems } from '../systems';
import { judgeFolder } from './judges/judge-folder';

const root = join(__dirname, '..');

describe.each(['dist', 'dist/production'])('%s, which `npm run synth` writes,', (folder) => {
  const verdict = () =>
    judgeFolder(
      join(root, folder),
      systems.map(({ name }) => name),
    );

  it('holds one file for each system and nothing else', () => {
    expect(verdict().files).toEqual([]);
  });

  it('holds only objects that are valid, with no unknown field, on Kubernetes 1.28 to 1.37', () => {
    expect(verdict().schemas).toEqual([]);
  });

  it('holds only pods that meet the restricted Pod Security Standard', () => {
    expect(verdict().podSecurity).toEqual([]);
  });

  it('holds no two objects of one kind, namespace and name', () => {
    expect(verdict().duplicates).toEqual([]);
  });
});
