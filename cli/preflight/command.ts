import { styleText } from 'node:util';
import { Argument, Command, Option } from 'commander';
import { refused } from '../answer';
import { endSoon } from '../cluster/end-soon';
import { deliver } from '../deliver';
import type { PreflightOptions } from './run-preflight';

interface Options {
  readonly all?: boolean;
  readonly target: string;
  readonly context?: string;
  readonly format: PreflightOptions['format'];
  readonly timings?: boolean;
}
const HELP = `
It changes nothing. Without --context it takes the context that is called like the target, else the current one, and says which.
Exit 1: something is missing; 2: the cluster could not be looked at. × is missing, ‼ cannot be known or is worth knowing.

  waybill preflight todo-chatbot --target minikube
  waybill preflight --all --target production --context gke_shop --format json`;

export const preflightCommand = (): Command =>
  new Command('preflight')
    .description('say what a cluster lacks before anything is applied, and the command that cures it')
    .addArgument(new Argument('[system]', 'name of a system'))
    .addOption(new Option('--all', 'all systems'))
    .addOption(new Option('--target <target>', 'place to run').makeOptionMandatory())
    .addOption(new Option('--context <context>', 'context of the kubeconfig'))
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .addOption(new Option('--timings', 'say where the time went'))
    .addHelpText('after', HELP)
    .action(async (system: string | undefined, options: Options) => {
      if ((system === undefined) === (options.all !== true)) {
        deliver(refused('name one system, or --all\n  fix: waybill preflight todo-chatbot --target minikube'));
        return;
      }
      const { runPreflight } = require('./run-preflight') as typeof import('./run-preflight');
      const { target, context, format, timings = false } = options;
      const isColoured = process.stdout.isTTY && process.stdout.hasColors();
      deliver(
        await runPreflight({ system, target, context, format, timings }, (colour, text) =>
          isColoured && text !== '' ? styleText(colour, text) : text,
        ),
      );
      endSoon();
    });
