import { Argument, Command, Option } from 'commander';
import { deliver } from '../deliver';

interface Options {
  readonly file: string;
  readonly envExample?: boolean;
}
const HELP = `
Goes as compose.yaml to the root of the repository whose folders the contracts name. Values come from the contract; where a document gives a
secret no development value, .env has it: --env-example prints what to fill in.

  waybill compose todo-chatbot > compose.yaml
  waybill compose todo-chatbot --env-example > .env.example`;

export const composeCommand = (): Command =>
  new Command('compose')
    .description('print the compose file that the contracts imply, for development on a laptop')
    .addArgument(new Argument('<system>', 'name of a system'))
    .addOption(new Option('--env-example', 'print the .env.example instead').conflicts('file'))
    .addOption(new Option('--file <path>', 'print another file that compose.yaml reads').default('compose.yaml'))
    .addHelpText('after', HELP)
    .action((system: string, { file, envExample }: Options) => {
      const { runCompose } = require('./run-compose') as typeof import('./run-compose');
      deliver(runCompose(system, envExample === true ? '.env.example' : file));
    });
