import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readClauses } from '../../../cli/clauses/read-clauses';
import { type EnvRow, isSame } from '../../../cli/explain/env/env-row';
import { explainEnv } from '../../../cli/explain/env/explain-env';
import { PLAIN } from '../../../cli/explain/page';
import { systems } from '../../../systems';
import { ourSynthesis } from '../../support/our-synthesis';
import { composeOf } from '../compose/support/compose-of';
import { readCompose } from '../compose/support/read-compose';

const textOf = (name: string, width?: number) =>
  explainEnv(name, readClauses, 'text', width === undefined ? PLAIN : { ...PLAIN, width }).out;
const rowsOf = (name: string): readonly EnvRow[] =>
  (JSON.parse(explainEnv(name, readClauses, 'json', PLAIN).out) as { readonly variables: readonly EnvRow[] }).variables;
const names = systems.map(({ name }) => name);
const lineOf = (text: string, variable: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${variable} `))
    ?.split(/ {2,}/);

describe('waybill explain SYSTEM --env', () => {
  const todo = textOf('todo-chatbot');

  it('shows what each container is given by compose, on Minikube and in production, side by side', () => {
    expect(lineOf(todo, 'backend')).toEqual(['backend', 'compose', 'minikube', 'production']);
    expect(lineOf(todo, 'LOG_LEVEL')).toEqual(['LOG_LEVEL', 'DEBUG', 'INFO', 'INFO']);
    expect(lineOf(todo, 'CORS_ORIGINS')).toEqual([
      'CORS_ORIGINS',
      'http://localhost:3000',
      'http://localhost:3000',
      'https://todo.example.com',
    ]);
    expect(lineOf(todo, 'NEXT_PUBLIC_API_URL')).toEqual([
      'NEXT_PUBLIC_API_URL (at build)',
      'http://localhost:8000',
      'http://todo-backend:8000',
      'https://api.todo.example.com',
    ]);
  });
  it('shows a secret by where it lies', () => {
    expect(lineOf(todo, 'JWT_SECRET')).toEqual([
      'JWT_SECRET',
      '.env JWT_SECRET, or the document’s own',
      'secret todo-backend-secrets/JWT_SECRET',
      'secret todo-backend-secrets/JWT_SECRET',
    ]);
  });
  it('says below a difference where each side comes from, once for places that agree', () => {
    const lines = todo.split('\n');
    const at = lines.findIndex((line) => line.startsWith('LOG_LEVEL '));

    expect(lines.slice(at + 1, at + 3)).toEqual([
      '  compose: todo-chatbot.compose.backend.env-log-level; todo-chatbot.development.containers.backend.given.LOG_LEVEL',
      '  minikube, production: todo-chatbot.backend.env.log-level; A default is written out, so that what runs does not depend on the image.',
    ]);
  });
  it('says nothing below what is the same everywhere', () => {
    const lines = todo.split('\n');

    expect(lines[lines.findIndex((line) => line.startsWith('JWT_ALGORITHM ')) + 1]).toMatch(/^JWT_EXPIRATION /);
  });
  it('breaks reasons, not the table, where a line ends', () => {
    const reasons = textOf('todo-chatbot', 90)
      .split('\n')
      .filter((line) => line.startsWith('  '));

    expect(reasons.filter((line) => line.length > 90 && line.trim().includes(' '))).toEqual([]);
  });
  it.each(names)('of %s gives every place of every difference a reason', (name) => {
    const silent = rowsOf(name)
      .filter((row) => !isSame(row))
      .flatMap(({ role, variable, cells }) =>
        Object.entries(cells).flatMap(([place, { reasons }]) =>
          reasons.every((text) => text.trim() !== '') && reasons.length > 0 ? [] : [`${role}.${variable} ${place}`],
        ),
      );

    expect(silent).toEqual([]);
  });
  it.each(names)('of %s shows no secret, also not one that is for development', (name) => {
    const system = systems.find((one) => one.name === name) as {
      readonly development?: { readonly secrets?: Readonly<Record<string, string>> };
    };
    const values = Object.values(system.development?.secrets ?? {}).filter((value) => value !== 'HS256');
    const shown = textOf(name) + JSON.stringify(rowsOf(name));

    expect(values.filter((value) => shown.includes(value))).toEqual([]);
  });
  it.each(systems.map((system) => [system.name, system] as const))('of %s shows what the compose file says', (name, system) => {
    const text = composeOf(system)['compose.yaml'] ?? '';
    const asked = Object.fromEntries([...text.matchAll(/\$\{(\w+):\?/g)].map(([, variable = '']) => [variable, 'from-dotenv']));
    const { services } = readCompose(text, asked);
    const wrong = rowsOf(name).filter(({ role, variable, isAtBuild, cells }) => {
      const { environment = {}, build } = services[role] ?? {};
      const inFile = isAtBuild ? build?.args?.[variable] : environment[variable];
      const shown = cells.compose?.shown;
      if (shown?.startsWith('.env ')) return shown.endsWith(', if set') ? inFile !== null : typeof inFile !== 'string';
      return shown !== inFile;
    });

    expect(wrong).toEqual([]);
  });
  it.each(names)('of %s shows what the manifests say', (name) => {
    const wrong = ourSynthesis()
      .systems.filter(({ chart }) => chart.placed.name === name)
      .flatMap(({ chart: { placed }, manifests }) => {
        const containers = manifests.flatMap((one) => (['Deployment', 'StatefulSet'].includes(one.kind) ? containersOf(one) : []));
        return rowsOf(name).filter(({ role, variable, isAtBuild, cells }) => {
          const found = containers.find((one) => one.name === role)?.env?.find((one) => one.name === variable);
          const shown = cells[placed.target.name]?.shown;
          if (isAtBuild) return shown === undefined;
          const { secretKeyRef } = found?.valueFrom ?? {};
          if (secretKeyRef !== undefined) return shown !== `secret ${secretKeyRef.name}/${secretKeyRef.key}`;
          return found === undefined ? shown !== undefined : found.value === undefined ? shown === undefined : shown !== found.value;
        });
      });

    expect(wrong).toEqual([]);
  });
  it('ends with 2 for an object beside it, and for a system that is not there', () => {
    const waybill = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(__dirname, '../../../cli/waybill.cjs'), 'explain', ...args], { encoding: 'utf8' });

    expect(waybill('todo-chatbot', 'Deployment/todo-backend', '--env')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: '--env shows every container\n  fix: leave KIND/NAME out\n',
    });
    expect(explainEnv('todo-chatbt', readClauses, 'text', PLAIN)).toMatchObject({ code: 2, out: '' });
  });
});

interface KubeContainer {
  readonly name: string;
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
  }[];
}
const containersOf = (manifest: object): readonly KubeContainer[] =>
  (manifest as { readonly spec: { readonly template: { readonly spec: { readonly containers: readonly KubeContainer[] } } } }).spec.template
    .spec.containers;
