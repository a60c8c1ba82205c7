import { Argument, Command, Option } from 'commander';
import { refused } from '../answer';
import { endSoon } from '../cluster/end-soon';
import { deliver } from '../deliver';

interface Options {
  readonly all?: boolean;
  readonly target: string;
  readonly context?: string;
}
const HELP = `
kubectl apply deletes nothing. This compares what dist holds with what bears Waybill's labels in the systems' namespaces, prints a kubectl
delete for each object that dist no longer has, and runs none. Never printed: Namespaces, claims, volumes, Secrets, and databases, which are
named and left to you; jobs that have not ended; anything before all of dist is applied.
Exit 0: nothing is left; 1: something is.

  waybill prune todo-chatbot --target production
  waybill prune --all --target production | sh -e`;

export const pruneCommand = (): Command =>
  new Command('prune')
    .description('say what dist no longer holds and a cluster still has, and how to delete it')
    .addArgument(new Argument('[system]', 'name of a system'))
    .addOption(new Option('--all', 'all systems'))
    .addOption(new Option('--target <target>', 'place it runs').makeOptionMandatory())
    .addOption(new Option('--context <context>', 'context of the kubeconfig'))
    .addHelpText('after', HELP)
    .action(async (system: string | undefined, { all, target, context }: Options) => {
      if ((system === undefined) === (all !== true)) {
        deliver(refused('name one system, or --all\n  fix: waybill prune todo-chatbot --target production'));
        return;
      }
      const { runPrune } = require('./run-prune') as typeof import('./run-prune');
      deliver(await runPrune({ system, target, context }));
      endSoon();
    });
