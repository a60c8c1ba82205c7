import { Command, Option } from 'commander';
import type { Answer } from '../answer';
import { deliver } from '../deliver';
import type { InitOptions } from './run-init';

const HELP = `
Prints a system of one container for systems/. What the files do not say stands in it as owner('a question', { example }).
Values of secrets are not taken over; nothing is executed.

  waybill init --dockerfile backend/Dockerfile --compose docker-compose.yml > systems/shop.ts`;

export const initCommand = (): Command =>
  new Command('init')
    .description('begin a contract from the Dockerfile that a team has')
    .addOption(new Option('--dockerfile <file>', 'the Dockerfile').makeOptionMandatory())
    .addOption(new Option('--compose <file>', 'a compose file that builds a service from it'))
    .addOption(new Option('--name <name>', 'the name of the system; otherwise that of the service or the folder'))
    .addHelpText('after', HELP)
    .action((options: Omit<InitOptions, 'cwd'>) => {
      deliver(answer(options));
    });

const answer = (options: Omit<InitOptions, 'cwd'>): Answer => {
  const { runInit } = require('./run-init') as typeof import('./run-init');
  return runInit({ ...options, cwd: process.cwd() });
};
