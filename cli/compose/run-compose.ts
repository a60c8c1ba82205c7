import { toText } from '../../contracts/finding';
import { systems } from '../../systems';
import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { noSuch } from '../no-such';
import { composeFiles } from './compose-files';
import { placeOnLaptop } from './place-on-laptop';

/** One of the files that a laptop needs for one of the systems of this repository. */
export const runCompose = (system: string, file: string): Answer => {
  const names = systems.map(({ name }) => name);
  if (!names.includes(system)) return refused(noSuch('system', system, names));
  const { findings, placed } = placeOnLaptop(systems);
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: findings.map(toText) };
  const one = placed.find(({ name }) => name === system);
  if (one === undefined) throw new Error(`${system} was not placed on a laptop`);
  const files = composeFiles(one);
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (text === undefined) return refused(noSuch(`${system}: file`, file, Object.keys(files)));
  const others = Object.keys(files).filter((path) => path.startsWith('compose/'));
  return {
    code: FINE,
    out: text,
    err: file === 'compose.yaml' && others.length > 0 ? [`it reads ${others.join(', ')}: print each with --file`] : [],
  };
};
