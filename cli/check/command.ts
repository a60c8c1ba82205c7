import { Command, Option } from 'commander';
import type { Answer } from '../answer';
import { deliver } from '../deliver';
import type { CheckOptions } from './run-check';

const HELP = `
Without --dockerfile it looks where each contract's build says, <context>/<Dockerfile>, and then in examples/<system>/<container>/. A folder
that a contract names as its context, or --context, is looked through for what COPY takes; nothing is executed, nothing is fetched.
Without --compose it looks for compose.yaml, compose.yml, docker-compose.yml and docker-compose.yaml at the root and in
examples/<system>/; variables come from the .env beside the file, and about what only a machine knows the check is silent.
A comment in the file, # waybill-ignore RULE: reason, silences that rule for the instruction or line it stands before.

  waybill check
  waybill check --contract todo-chatbot/backend --dockerfile backend/Dockerfile --context backend
  waybill check --contract todo-chatbot --compose compose.yaml --compose compose.override.yaml
  waybill check --contract todo-chatbot --workflow .github/workflows/images.yml
  waybill check --dockerfile Dockerfile --format github`;

export const checkCommand = (): Command =>
  new Command('check')
    .description('hold Dockerfiles, .dockerignore and compose files against their contracts, before anything is built')
    .addOption(new Option('--contract <system[/container]>', 'the contract to hold the files against; a whole system for compose files'))
    .addOption(new Option('--dockerfile <file>', 'the Dockerfile; without --contract only defects are looked for'))
    .addOption(new Option('--compose <file>', 'a compose file; given again, one on top of the other').argParser(oneMore))
    .addOption(new Option('--dockerignore <file>', 'the .dockerignore; otherwise the one that Docker would take'))
    .addOption(new Option('--context <folder>', 'the folder that is sent to the builder'))
    .addOption(new Option('--workflow <file>', 'the GitHub Actions workflow; --contract may name a whole system'))
    .addOption(new Option('--tag <tag>', 'also say whether the contract allows this tag at --target'))
    .addOption(new Option('--target <target>', 'place to run'))
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json', 'github']).default('text'))
    .addHelpText('after', HELP)
    .action((options: Omit<CheckOptions, 'cwd' | 'today'> & { readonly workflow?: string }) => {
      deliver(answer(options));
    });

const oneMore = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
const answer = ({ workflow, ...options }: Omit<CheckOptions, 'cwd' | 'today'> & { readonly workflow?: string }): Answer => {
  if (workflow !== undefined) {
    const { runCheckWorkflow } = require('./workflow/run-check-workflow') as typeof import('./workflow/run-check-workflow');
    return runCheckWorkflow({ ...options, workflow, cwd: process.cwd() });
  }
  const { runCheck } = require('./run-check') as typeof import('./run-check');
  return runCheck({ ...options, cwd: process.cwd(), today: new Date().toISOString().slice(0, 10) });
};
