import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import type { Answer } from '../answer';
import { deliver } from '../deliver';
import { terminalOf } from '../diff/command';

interface Options {
  readonly target: string;
  readonly color: boolean;
}
const HELP = `
Changes targets/versions.json and dist, and nothing else: no commit, no push, no cluster. SYSTEM alone releases every image that the team
builds; SYSTEM/CONTAINER one of them. A tag keeps the forms that the contract allows, and the digest that it has in versions.json or in any
commit of this clone. Without a digest, one that is known of the tag is written too, so that going back goes back to the same content.

  waybill release todo-chatbot v1.1.0
  waybill release todo-chatbot/backend v1.1.0@sha256:0123…`;

export const releaseCommand = (): Command =>
  new Command('release')
    .description('put a version where versions live, synthesize, and say what it changes')
    .addArgument(new Argument('<what>', 'name of a system, or SYSTEM/CONTAINER'))
    .addArgument(new Argument('<version>', 'TAG, or TAG@sha256:DIGEST'))
    .addOption(new Option('--target <target>', 'where it is to run').default('production'))
    .addOption(new Option('--no-color', 'no colours, whatever the terminal can'))
    .addHelpText('after', HELP)
    .action((what: string, version: string, options: Options) => {
      deliver(answer(what, version, options));
    });

const answer = (what: string, version: string, { target, color }: Options): Answer => {
  const { runRelease } = require('./run-release') as typeof import('./run-release');
  const { reasonsOfRun } = require('./reasons-of-run') as typeof import('./reasons-of-run');
  const { systems } = require('../../systems') as typeof import('../../systems');
  const { targets } = require('../../targets') as typeof import('../../targets');
  const repository = { root: join(__dirname, '..', '..'), systems, targets };
  return runRelease({ what, version, target }, repository, terminalOf(color), reasonsOfRun);
};
