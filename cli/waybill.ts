import { Command, CommanderError } from 'commander';
import { COULD_NOT_RUN } from './answer';
import { checkCommand } from './check/command';
import { composeCommand } from './compose/command';
import { diffCommand } from './diff/command';
import { explainCommand } from './explain/command';
import { initCommand } from './init/command';
import { preflightCommand } from './preflight/command';
import { pruneCommand } from './prune/command';
import { releaseCommand } from './release/command';
import { secretsCommand } from './secrets/command';
import { statusCommand } from './status/command';
import { workflowCommand } from './workflow/command';

const EXIT_CODES = '\nExit codes: 0 fine, 1 problems, 2 could not run.';

/** The verbs, in the order of their use. Each loads what it needs when it is called, so `--help` loads nothing. */
const program = new Command('waybill')
  .description('Container contracts in, Kubernetes manifests out. Works on the systems and targets of the repository it stands in.')
  .addCommand(initCommand())
  .addCommand(composeCommand())
  .addCommand(workflowCommand())
  .addCommand(checkCommand())
  .addCommand(secretsCommand())
  .addCommand(preflightCommand())
  .addCommand(statusCommand())
  .addCommand(explainCommand())
  .addCommand(diffCommand())
  .addCommand(releaseCommand())
  .addCommand(pruneCommand())
  .addHelpText('after', EXIT_CODES);
for (const one of [program, ...program.commands]) one.exitOverride();

// A reader that has seen enough, such as `head`, is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong; help that was asked for is fine.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_RUN;
  else if (!(require('./start/why-not-loaded') as typeof import('./start/why-not-loaded')).sayWhyNotLoaded(error)) {
    // Not the error itself: what hangs on it could be a secret's value.
    process.stderr.write(`${error instanceof Error ? error.stack : 'waybill ended without saying why'}\n`);
    process.exitCode = COULD_NOT_RUN;
  }
});
