import { Argument, Command, Option } from 'commander';
import type { Answer } from '../answer';
import { deliver } from '../deliver';
import type { WorkflowOptions } from './run-workflow';

const HELP = `
A job for each image the system builds: tags of the contract's policy, platforms, build arguments, labels, scan, size, provenance. What it
pushes for a version tag is what the manifests pull. Values only the repository knows are its variables and secrets, which the file names.

  waybill workflow todo-chatbot > .github/workflows/images.yml
  waybill check --contract todo-chatbot --workflow .github/workflows/images.yml`;

export const workflowCommand = (): Command =>
  new Command('workflow')
    .description('print the GitHub Actions workflow that builds and pushes the images of a system')
    .addArgument(new Argument('<system>', 'name of a system'))
    .addOption(new Option('--target <target>', 'only for this place to run; otherwise for all that pull from a registry'))
    .addHelpText('after', HELP)
    .action((system: string, options: WorkflowOptions) => {
      deliver(answer(system, options));
    });

const answer = (system: string, options: WorkflowOptions): Answer => {
  const { runWorkflow } = require('./run-workflow') as typeof import('./run-workflow');
  return runWorkflow(system, options);
};
