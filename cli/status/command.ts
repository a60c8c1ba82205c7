import { styleText } from 'node:util';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { endSoon } from '../cluster/end-soon';
import { deliver } from '../deliver';
import type { Colour } from '../diff/forms/to-text';

interface Options {
  readonly target: string;
  readonly context?: string;
  readonly timeout: number;
  readonly stall: number;
}
const HELP = `
It changes nothing. When a cause stands and nothing gets on for --stall, it ends with the cause in the contract's words and the last log
lines, secrets hidden. Exit 1: not rolled out; 2: the cluster could not be looked at.

  waybill status todo-chatbot --target minikube
  waybill status todo-chatbot --target production --context gke_shop --timeout 10m`;

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const duration = (text: string): number => {
  const [, digits, unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const size = UNITS[unit];
  if (digits === undefined || size === undefined || Number(digits) === 0) throw new InvalidArgumentError('write it as 90s, 5m or 1h.');
  return Math.min(Number(digits) * size, 24 * 3_600_000);
};

export const statusCommand = (): Command =>
  new Command('status')
    .description('wait for a rollout, and say in the contract’s words why it does not get on')
    .addArgument(new Argument('<system>', 'name of a system'))
    .addOption(new Option('--target <target>', 'place to run').makeOptionMandatory())
    .addOption(new Option('--context <context>', 'context of the kubeconfig'))
    .addOption(new Option('--timeout <duration>', 'the longest to wait').argParser(duration).default(300_000, '5m'))
    .addOption(new Option('--stall <duration>', 'how long a cause may stand').argParser(duration).default(30_000, '30s'))
    .addHelpText('after', HELP)
    .action(async (system: string, { target, context, timeout, stall }: Options) => {
      const { runStatus } = require('./run-status') as typeof import('./run-status');
      const { screen } = require('./screen') as typeof import('./screen');
      const { isTTY, columns } = process.stdout;
      const isColoured = isTTY && process.stdout.hasColors();
      const paint = (colour: Colour, text: string): string => (isColoured && text !== '' ? styleText(colour, text) : text);
      // CI is told in lines also where it gives a terminal.
      const width = isTTY && process.env.CI === undefined ? columns : undefined;
      const shown = screen({ write: (text) => process.stdout.write(text), columns: width, paint });
      deliver(await runStatus({ system, target, context, patience: { timeout, stall, every: 1_500 } }, { screen: shown, paint }));
      endSoon();
    });
