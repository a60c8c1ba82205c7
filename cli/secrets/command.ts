import { Argument, Command, Option } from 'commander';
import { printable } from '../../contracts/finding';
import { type Answer, PROBLEMS, refused } from '../answer';
import { deliver } from '../deliver';

interface Options {
  readonly target: string;
  readonly envFile?: string;
  readonly pullSecret: boolean;
}
const HELP = `
What the system owns, such as its database's password, is made anew in each run. What others gave you comes from the env file, one KEY='value'
a line under the variable's name. A key there also keeps a value that exists already: POSTGRES_PASSWORD='…'. Where images come from a private
registry, REGISTRY_USERNAME and REGISTRY_PASSWORD (or DOCKER_CONFIG_JSON) are needed too. Keep the file out of git.

Secrets go to standard output and nowhere else. Use create, not apply, which would keep them in an annotation; apply dist first, so that the
namespace is there: pods wait for their secrets.

Where the target has its secrets from a store, nothing is printed that could be created: it says what the store must hold, and checks the
values of the env file.

  waybill secrets todo-chatbot --target minikube | kubectl --context minikube create -f -
  waybill secrets todo-agents --target minikube --env-file .env | kubectl --context minikube create -f -`;

export const secretsCommand = (): Command =>
  new Command('secrets')
    .description('print the Secrets a system needs, for kubectl create -f -')
    .addArgument(new Argument('<system>', 'name of a system'))
    .addOption(new Option('--target <target>', 'place to run').makeOptionMandatory())
    .addOption(new Option('--env-file <file>', 'KEY=value lines with secrets that others gave you'))
    .addOption(new Option('--no-pull-secret', 'leave the Secret out with which images are pulled'))
    .addHelpText('after', HELP)
    .action((system: string, options: Options) => {
      deliver(answer(system, options));
    });

const answer = (system: string, { target, envFile, pullSecret }: Options): Answer => {
  const { NO_ENV_FILE, readEnvFile } = require('./env-file') as typeof import('./env-file');
  const { readEnvText } = require('./read-env-text') as typeof import('./read-env-text');
  const { generatedValue } = require('./generated-value') as typeof import('./generated-value');
  const { secretsOfSystem } = require('./secrets-of-system') as typeof import('./secrets-of-system');
  const read = envFile === undefined ? undefined : readEnvText(envFile);
  if (read !== undefined && 'problem' in read) {
    return refused(printable(`${envFile}: ${read.problem}\n  fix: name a text file of KEY=value lines after --env-file`));
  }
  const env = read === undefined ? NO_ENV_FILE : readEnvFile(envFile ?? '', read.text);
  if (env.findings.length > 0) {
    const { toText } = require('../../contracts/finding') as typeof import('../../contracts/finding');
    return { code: PROBLEMS, out: '', err: env.findings.map(toText) };
  }
  return secretsOfSystem(system, target, { env: env.values, pullSecret, generate: generatedValue });
};
