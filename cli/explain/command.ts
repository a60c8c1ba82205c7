import { styleText } from 'node:util';
import { Argument, Command, Option } from 'commander';
import type { Answer } from '../answer';
import { deliver } from '../deliver';
import type { Question } from './explain';
import type { Page } from './page';

interface Options {
  readonly target: string;
  readonly format: 'text' | 'json';
  readonly env?: boolean;
}
const HELP = `
Without KIND/NAME it lists the objects. Fields stand under the section of the document they keep; a field that keeps two stands under both.
Names of list items stand in brackets. --format json leaves nothing out. --env shows what each container is given by docker compose and at each
target side by side, with the reasons of each difference.

  waybill explain todo-chatbot
  waybill explain todo-chatbot Deployment/todo-backend
  waybill explain todo-chatbot Deployment/todo-backend containers[backend].resources --target minikube
  waybill explain todo-chatbot --env`;

export const explainCommand = (): Command =>
  new Command('explain')
    .description('say why each field of a manifest is there: clause, contract, target or rule')
    .addArgument(new Argument('<system>', 'name of a system'))
    .addArgument(new Argument('[kind/name]', 'an object: Deployment/todo-backend'))
    .addArgument(new Argument('[field]', 'a path or its last parts: containers[backend].resources'))
    .addOption(new Option('--target <target>', 'place to run').default('production'))
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .addOption(new Option('--env', 'what each container is given, everywhere').conflicts('target'))
    .addHelpText('after', HELP)
    .action((system: string, object: string | undefined, field: string | undefined, { target, format, env }: Options) => {
      deliver(env === true ? environment(system, object, format) : answer(system, target, { object, field, format }));
    });

const answer = (system: string, target: string, question: Question): Answer => {
  const { readClauses } = require('../clauses/read-clauses') as typeof import('../clauses/read-clauses');
  const { explainSystem } = require('./explain-system') as typeof import('./explain-system');
  return explainSystem(system, target, readClauses, question, page());
};

const environment = (system: string, object: string | undefined, format: 'text' | 'json'): Answer => {
  const { refused } = require('../answer') as typeof import('../answer');
  if (object !== undefined) return refused('--env shows every container\n  fix: leave KIND/NAME out');
  const { readClauses } = require('../clauses/read-clauses') as typeof import('../clauses/read-clauses');
  const { explainEnv } = require('./env/explain-env') as typeof import('./env/explain-env');
  return explainEnv(system, readClauses, format, page());
};

const page = (): Page => {
  const { isTTY, columns } = process.stdout;
  const isColoured = isTTY && process.stdout.hasColors();
  const style = (format: 'bold' | 'dim') => (text: string) => (isColoured && text !== '' ? styleText(format, text) : text);
  return { ...(isTTY ? { width: columns } : {}), bold: style('bold'), dim: style('dim') };
};
