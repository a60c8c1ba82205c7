/** `waybill secrets` for todo-chatbot at Minikube, whose PostgreSQL is served by the engine of the first argument: the repository's own targets name none. */
import { readEnvFile } from '../../../cli/secrets/env-file';
import { generatedValue } from '../../../cli/secrets/generated-value';
import { readEnvText } from '../../../cli/secrets/read-env-text';
import { secrets } from '../../../cli/secrets/secrets';
import { checkAll } from '../../../contracts/check-all';
import { systems } from '../../../systems';
import { versions } from '../../../targets';
import { minikube } from '../../../targets/minikube';
import { DATABASES, withDatabase } from '../../support/with-database';

const [engine = '', ...words] = process.argv.slice(2);
const database = DATABASES[engine as keyof typeof DATABASES];
const file = words[words.indexOf('--env-file') + 1] ?? '';
const read = readEnvText(file);
if (database === undefined || 'problem' in read) throw new Error(`${engine} or ${file} is not there`);

const { placed } = checkAll(systems, [withDatabase(minikube, database)], { minikube: versions.minikube });
const todo = placed.find(({ name }) => name === 'todo-chatbot');
if (todo === undefined) throw new Error('todo-chatbot was not placed');
const { code, out, err } = secrets(todo, { env: readEnvFile(file, read.text).values, pullSecret: true, generate: generatedValue });
process.stdout.write(out);
process.stderr.write(`${err.join('\n')}\n`);
process.exitCode = code;
