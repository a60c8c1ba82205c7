import { writeFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { type Answer, refused } from '../answer';
import { deliver } from '../deliver';
import type { Colour, Terminal } from './forms/to-text';
import type { Format } from './run-diff';

interface Options {
  readonly format: Format;
  readonly failOn: readonly string[];
  readonly kubernetes: readonly string[];
  readonly path: string;
  readonly output?: string;
  readonly color: boolean;
}
const HELP = `
BASE and HEAD are folders or git refs; of a ref, --path is read, and nothing is checked out. Without them: where this branch left the main
branch, against the working tree. Any Kubernetes YAML will do: write Helm's or kustomize's output into two folders.

Classes: refused, data, security, downtime, exposure, image, restarts, capacity, configuration, left-behind.

  waybill diff
  waybill diff v1.4.0 v1.5.0 --format html --output diff.html
  waybill diff old/ new/ --fail-on refused,data --kubernetes 1.33`;

const words = (text: string): readonly string[] => {
  const found = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (found.length === 0) throw new InvalidArgumentError('name one or several, with commas between.');
  return found;
};

export const diffCommand = (): Command =>
  new Command('diff')
    .description('say what a change of manifests does to a cluster: what is refused, restarted, lost, opened')
    .addArgument(new Argument('[base]', 'folder or git ref to compare with'))
    .addArgument(new Argument('[head]', 'folder or git ref that is new'))
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'markdown', 'json', 'html']).default('text'))
    .addOption(new Option('--fail-on <classes>', 'exit 1 when one of these classes occurs').argParser(words).default([], 'never'))
    .addOption(new Option('--kubernetes <versions>', 'judge for these versions only').argParser(words).default([], '1.28 to 1.37'))
    .addOption(new Option('--path <folder>', 'where the manifests are in a ref and in the working tree').default('dist'))
    .addOption(new Option('--output <file>', 'write the report to a file'))
    .addOption(new Option('--no-color', 'no colours, whatever the terminal can'))
    .addHelpText('after', HELP)
    .action((base: string | undefined, head: string | undefined, options: Options) => {
      deliver(written(answer(base, head, options), options));
    });

const answer = (
  base: string | undefined,
  head: string | undefined,
  { format, failOn, kubernetes, path, color, output }: Options,
): Answer => {
  const { runDiff } = require('./run-diff') as typeof import('./run-diff');
  const { reasonsHere } = require('./report/reasons-here') as typeof import('./report/reasons-here');
  const terminal = terminalOf(color && output === undefined);
  return runDiff({ base, head, path, format, failOn, kubernetes, cwd: process.cwd() }, terminal, reasonsHere());
};

const written = (given: Answer, { output }: Options): Answer => {
  if (output === undefined || given.out === '') return given;
  try {
    writeFileSync(output, given.out);
    return { ...given, out: '' };
  } catch (error) {
    return refused(
      `${output}: could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})\n  fix: name a file in a folder that exists`,
    );
  }
};

export const terminalOf = (mayColour: boolean): Terminal => {
  const { isTTY, columns } = process.stdout;
  const isColoured = mayColour && isTTY && process.stdout.hasColors();
  return { width: isTTY ? columns : 120, paint: (colour: Colour, text) => (isColoured && text !== '' ? styleText(colour, text) : text) };
};
