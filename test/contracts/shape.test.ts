import { added, container, departs, get, scratch, secrets, tcp } from '../../contracts';
import type { Finding } from '../../contracts/finding';
import { systemShapeFindings, targetShapeFindings, versionsShapeFindings } from '../../contracts/shape';
import { fields, maybe, oneOf, type Shape, text } from '../../contracts/shape/shape';
import type { AnySystem, System } from '../../contracts/system';
import type { AnySettings, Settings } from '../../contracts/target';
import { systems } from '../../systems';
import { todoChatbot } from '../../systems/todo-chatbot';
import { minikube } from '../../targets/minikube';
import { production } from '../../targets/production';

type Loose = Readonly<Record<string, unknown>>;
const { backend } = todoChatbot.containers;
const systemWith = (changes: Loose) => ({ ...todoChatbot, ...changes });
/** todo-chatbot, with fields of its backend's contract replaced. */
const withBackend = (changes: Loose) =>
  systemWith({ containers: { ...todoChatbot.containers, backend: container({ ...backend.contract, ...changes } as never) } });
const shape = (at: string, found: string, fix: string): Finding => ({ at, found, fix, rule: 'shape' });
const inBackend = (changes: Loose) => systemShapeFindings(withBackend(changes), 0);
const B = 'todo-chatbot.backend';

describe('Data of the right shape', () => {
  it.each(systems.map((system) => [system.name, system] as const))('%s is a system', (_name, system) => {
    expect(systemShapeFindings(system, 0)).toEqual([]);
  });
  it.each([minikube, production])('$name is a target', (target) => {
    expect(targetShapeFindings(target, 0)).toEqual([]);
  });
  it('an optional field may be undefined, and a value may say who said it', () => {
    expect(inBackend({ oneOffs: undefined, ports: added({ http: tcp(added(8000, 'x'), 'HTTP') }, 'x') })).toEqual([]);
  });
  it('data without a prototype is data', () => {
    expect(versionsShapeFindings(Object.assign(Object.create(null), { minikube: { api: { tag: 'v1.0.0' } } }))).toEqual([]);
  });
});

describe('A field of a contract', () => {
  it('that does not exist is found, and the near one is named', () => {
    expect(inBackend({ healt: 1, colour: 'red' })).toEqual([
      shape(`${B}.healt`, 'a field that does not exist', 'did you mean health? Write that, or remove the field'),
      shape(
        `${B}.colour`,
        'a field that does not exist',
        'remove it; the fields here are name, document, title, image, user, ports, env, health, volumes, files, resources, process, oneOffs, runs, needs',
      ),
    ]);
  });
  it('that is missing is found, with what belongs there', () => {
    const { title: _title, user: _user, ...rest } = backend.contract;
    const data = systemWith({ containers: { ...todoChatbot.containers, backend: { ...backend, contract: rest } } });

    expect(systemShapeFindings(data, 0)).toEqual([
      shape(`${B}.title`, 'missing', 'add title: a text'),
      shape(`${B}.user`, 'missing', 'add user: { uid, gid }'),
    ]);
  });
  it.each([
    [{ title: 5 }, 'title', 'the number 5', 'write a text'],
    [{ title: null }, 'title', 'null', 'write a text'],
    [{ title: true }, 'title', 'true', 'write a text'],
    [{ user: { uid: '1000', gid: 1000 } }, 'user.uid', 'the text "1000"', 'write a number'],
    [{ ports: null }, 'ports', 'null', 'leave it out, or write a table: { name: { number, protocol, purpose } }'],
    [{ ports: { http: 80 } }, 'ports.http', 'the number 80', 'write { number, protocol, purpose }'],
    [{ ports: { http: undefined } }, 'ports.http', 'missing', 'write { number, protocol, purpose }'],
    [{ ports: [tcp(80, 'HTTP')] }, 'ports', 'a list', 'write a table: { name: { number, protocol, purpose } }'],
    [{ user: [] }, 'user', 'an empty list', 'write { uid, gid }'],
    [
      { process: { ...backend.contract.process, command: 'uvicorn' } },
      'process.command',
      'the text "uvicorn"',
      'write a list: [a text, …]',
    ],
    [{ process: { ...backend.contract.process, command: [] } }, 'process.command', 'an empty list', 'write at least one: [a text]'],
    [{ runs: 'until stoped' }, 'runs', 'the text "until stoped"', 'did you mean "until stopped"? Write "until stopped" or "to completion"'],
    [{ image: { kind: 'pulled' } }, 'image.kind', 'the text "pulled"', 'write "built" or "published"'],
    [{ image: {} }, 'image.kind', 'missing', 'add kind: "built" or "published"'],
    [{ title: 'x'.repeat(99), document: 7 }, 'document', 'the number 7', 'write a text'],
  ])('case %#: %j is found', (changes, place, found, fix) => {
    expect(inBackend(changes)).toEqual([shape(`${B}.${place}`, found, fix)]);
  });
  it('of a row in a table, which the compiler lets pass', () => {
    expect(inBackend({ oneOffs: { migrate: { run: ['migrate'], purpose: 'Migrate', resurces: 1 } } })).toEqual([
      shape(`${B}.oneOffs.migrate.resurces`, 'a field that does not exist', 'did you mean resources? Write that, or remove the field'),
    ]);
  });
  it('has its place without the words around a value that say who said it', () => {
    const health = {
      ...backend.contract.health,
      liveness: added(get('http', departs(5 as never, { literal: 'x', clause: 'c', because: 'b' })), 'x'),
    };

    expect(inBackend({ health })).toEqual([
      shape(`${B}.health.liveness.path`, 'the number 5', 'write a path that starts with a slash: "/tmp"'),
    ]);
  });
  it('says who said it in the three ways there are, each with its reason', () => {
    const tmp = scratch('/tmp', 'Temporary files');
    const volumes = {
      a: { said: 'aded', value: tmp, because: 'x' },
      b: { said: 'added', value: tmp },
      c: { said: 'owner', ask: 'Where?' },
    };

    expect(inBackend({ volumes })).toEqual([
      shape(`${B}.volumes.a.said`, 'the text "aded"', 'did you mean "added"? Write "added" or "departure" or "owner"'),
      shape(`${B}.volumes.b.because`, 'missing', 'add because: a text'),
      shape(`${B}.volumes.c.value`, 'missing', 'add value: { kind, path, purpose, need }'),
    ]);
  });
  it('of a whole table may be added, and nothing else', () => {
    expect(inBackend({ ports: { said: 'owner', value: {}, ask: 'Which?' } })).toEqual([
      shape(`${B}.ports.said`, 'the text "owner"', 'write "added"'),
    ]);
  });
});

describe('What no table can hold', () => {
  it.each(['constructor', '__proto__', 'toString', 'prototype'])('a port called %s, which every object has already', (name) => {
    expect(inBackend({ ports: Object.defineProperty({}, name, { value: tcp(8000, 'HTTP'), enumerable: true }), env: {} })).toEqual([
      shape(`${B}.ports.${name}`, `${name} is a name that JavaScript keeps for itself`, 'choose another name'),
    ]);
  });
  it('a port called said, which would pass for a value that says who said it', () => {
    expect(inBackend({ ports: { said: tcp(8000, 'HTTP'), value: tcp(8001, 'HTTP') } })).toEqual([
      shape(`${B}.ports.said`, 'the text "said"', 'choose another name: `said` is a word of the language'),
    ]);
  });
});

describe('What is declared for reference', () => {
  it.each(['constructor', '__proto__', 'toString'])('a secret called %s', (name) => {
    const declared = secrets(JSON.parse(`{ "${name}": { "from": "owner", "ask": "Which?" } }`));
    expect(systemShapeFindings({ ...todoChatbot, secrets: declared } as AnySystem, 0)).toContainEqual(
      shape(`todo-chatbot.secrets.${name}`, `${name} is a name that JavaScript keeps for itself`, 'choose another name'),
    );
  });
});

describe('What is no data', () => {
  class Port {
    readonly number = 8000;
  }
  it.each([
    [() => 1, 'a function, which is code', 'write the value itself'],
    [Symbol('x'), 'a symbol', 'write a text or a number'],
    [10n, 'a bigint', 'write a text or a number'],
    [Number.NaN, 'NaN', 'write a number'],
    [Number.POSITIVE_INFINITY, 'Infinity', 'write a number'],
    [new Port(), 'an object with behaviour of its own', 'write plain data: a text, a number, a list, or { … }'],
    [new Map(), 'an object with behaviour of its own', 'write plain data: a text, a number, a list, or { … }'],
  ])('case %#: is found once, wherever it stands', (value, found, fix) => {
    expect(inBackend({ title: value })).toEqual([shape(`${B}.title`, found, fix)]);
    expect(systemShapeFindings(value, 3)).toEqual([shape('systems[3]', found, fix)]);
  });
  it('a getter is not called', () => {
    const data = {
      get name(): string {
        throw new Error('called');
      },
    };

    expect(systemShapeFindings(data, 1)).toEqual([shape('systems[1].name', 'a getter, which is code', 'write the value itself')]);
  });
  it('data that contains itself ends', () => {
    const stages: unknown[] = [];
    stages.push({ name: 'a', from: stages });

    expect(inBackend({ title: stages })).toEqual([
      shape(`${B}.title[0].from`, 'data that contains itself', 'write the value out, or refer to it by its reference'),
    ]);
  });
  it('data without bottom ends', () => {
    const deep = Array.from({ length: 100_000 }).reduce<object>((inner) => ({ of: inner }), {});

    const [finding, ...more] = systemShapeFindings({ name: 'deep', values: deep }, 0);

    expect(more).toEqual([]);
    expect(finding).toMatchObject({ found: 'data more than 64 levels deep', fix: 'write it flatter' });
  });
  it('a list without end is not walked through', () => {
    expect(systemShapeFindings({ name: 'long', talks: new Array(2 ** 31) }, 0)).toEqual([
      shape('long.talks', 'more than 4000000 values', 'split it into several systems'),
    ]);
  });
  it('the same object in many places, and in them again, ends', () => {
    const doubled = Array.from({ length: 40 }).reduce<object>((inner) => ({ a: inner, b: inner }), {});

    const [finding, ...more] = systemShapeFindings({ name: 'wide', given: doubled }, 0);

    expect(more).toEqual([]);
    expect(finding).toMatchObject({ found: 'more than 4000000 values' });
  });
});

describe('A system', () => {
  it.each([
    [null, 'null'],
    [undefined, 'missing'],
    ['todo', 'the text "todo"'],
    [[], 'an empty list'],
  ])('that is %j is called by its number', (data, found) => {
    expect(systemShapeFindings(data, 2)).toEqual([shape('systems[2]', found, 'write { name, containers, given }')]);
  });
  it('without a name is called by its number too', () => {
    expect(systemShapeFindings(systemWith({ name: '', given: 5 }), 2)).toEqual([
      shape('systems[2].given', 'a number', 'write a table: { name: a table: { name: a text or a reference } }'),
    ]);
  });
  it('has containers that container(…) made', () => {
    const containers = { ...todoChatbot.containers, a: backend.contract, b: null, c: { ...backend, id: 'other' } };

    expect(systemShapeFindings(systemWith({ containers }), 0)).toEqual([
      shape('todo-chatbot.containers.a', 'an object', 'make it with container({ … })'),
      shape('todo-chatbot.containers.b', 'null', 'make it with container({ … })'),
      shape(
        'todo-chatbot.containers.c',
        'a container whose references still say other',
        'make a new one of it: container({ …other.contract, … })',
      ),
    ]);
  });
  it('gives texts and references; what it gives instead is not repeated, for it may be a secret', () => {
    const given = {
      ...todoChatbot.given,
      backend: { JWT_SECRET: 12345678, DATABASE_URL: null, LOG_LEVEL: { from: 'secrt', secret: 'hunter2' } },
    };

    expect(systemShapeFindings(systemWith({ given }), 0)).toEqual([
      shape('todo-chatbot.given.backend.JWT_SECRET', 'a number', 'write a text or a reference'),
      shape('todo-chatbot.given.backend.DATABASE_URL', 'null', 'write a text or a reference'),
      shape(
        'todo-chatbot.given.backend.LOG_LEVEL.from',
        'the text "secrt"',
        'did you mean "secret"? Write "host" or "port" or "address" or "variable" or "own" or "text" or "secret" or "public URL"',
      ),
    ]);
  });
  it('has secrets and URLs under the names they were declared with', () => {
    const keys = secrets({ jwt: { origin: 'generated', description: 'Signs', length: 32 } }) as Loose;

    expect(systemShapeFindings(systemWith({ secrets: { key: keys.jwt, gone: keys.gone } }), 0)).toEqual([
      shape('todo-chatbot.secrets.key', 'the one called jwt', 'write the whole table that secrets({ … }) returns'),
      shape('todo-chatbot.secrets.gone', 'a name that nobody declared', 'declare it in secrets({ … })'),
    ]);
  });
  it('has no secret with a value', () => {
    const jwt = { origin: 'generated', description: 'Signs', length: 32, value: 'hunter2' };

    expect(systemShapeFindings(systemWith({ secrets: secrets({ jwt } as never) }), 0)).toEqual([
      shape(
        'todo-chatbot.secrets.jwt.is.value',
        'a field that does not exist',
        'remove it; the fields here are origin, description, length',
      ),
    ]);
  });
  it('has jobs, talks and pods of containers and references', () => {
    const data = systemWith({
      jobs: { migrate: { runs: 'migrate', when: 'each release', after: [backend.host] } },
      talks: [{ from: 'frontend', to: backend.host, why: 'x' }],
      together: [{ main: backend, beside: [null] }],
    });

    expect(systemShapeFindings(data, 0)).toEqual([
      shape('todo-chatbot.jobs.migrate.runs', 'the text "migrate"', 'write a container of the system, or one of its oneOffs'),
      shape('todo-chatbot.jobs.migrate.after[0].from', 'the text "host"', 'write "port"'),
      shape('todo-chatbot.together[0].beside[0]', 'null', 'write a container of the system'),
      shape('todo-chatbot.talks[0].from', 'the text "frontend"', 'write a container of the system'),
      shape('todo-chatbot.talks[0].to.from', 'the text "host"', 'write "port" or "public URL"'),
    ]);
  });
});

describe('A target', () => {
  it('is called by its number when it has no name', () => {
    expect(targetShapeFindings(5, 1)[0]?.at).toBe('targets[1]');
  });
  it('has its settings under the name of their system', () => {
    const settings = { storge: {}, replicas: { backend: '2' }, given: { backend: { A: 1 } }, resources: { backend: { limits: {} } } };

    expect(targetShapeFindings({ ...minikube, systems: [{ system: 'todo-chatbot', settings }] }, 0)).toEqual([
      shape('minikube.todo-chatbot.replicas.backend', 'a text', 'write a number'),
      shape('minikube.todo-chatbot.resources.backend.requests', 'missing', 'add requests: { cpu, memory }'),
      shape('minikube.todo-chatbot.resources.backend.limits.memory', 'missing', 'add memory: a quantity of memory: "128Mi" or "1Gi"'),
      shape('minikube.todo-chatbot.given.backend.A', 'a number', 'write a text'),
      shape('minikube.todo-chatbot.storge', 'a field that does not exist', 'did you mean storage? Write that, or remove the field'),
    ]);
  });
  it('gives no references: they stay with the system', () => {
    const settings = { given: { backend: { JWT_SECRET: secrets({}) } } };

    expect(targetShapeFindings({ ...minikube, systems: [{ system: 'todo-chatbot', settings }] }, 0)).toEqual([
      shape('minikube.todo-chatbot.given.backend.JWT_SECRET', 'an object', 'write a text'),
    ]);
  });
});

describe('versions.json', () => {
  it('has tags and digests of images by target', () => {
    const data = JSON.parse('{ "minikube": { "api": "v1.0.0", "web": { "tga": "v1", "tag": 1 } }, "__proto__": {} }');

    expect(versionsShapeFindings(data)).toEqual([
      shape('versions.json.__proto__', '__proto__ is a name that JavaScript keeps for itself', 'choose another name'),
      shape('versions.json.minikube.api', 'the text "v1.0.0"', 'write { tag, digest }'),
      shape('versions.json.minikube.web.tag', 'the number 1', 'write a text'),
      shape('versions.json.minikube.web.tga', 'a field that does not exist', 'did you mean tag? Write that, or remove the field'),
    ]);
  });
});

/** Proved by `tsc`: a shape that takes more or less than its interface does not compile, so neither can change alone. */
describe('A shape and its interface', () => {
  interface Door {
    readonly colour: 'red' | 'green';
    readonly handle?: string;
  }
  const colour = oneOf('red', 'green');
  const handle = maybe(text);

  it('have the same fields, with the same values, as needed as each other', () => {
    const door: Shape<Door> = fields<Door>({ colour, handle });
    // @ts-expect-error the interface has a handle
    const noHandle = fields<Door>({ colour });
    // @ts-expect-error the interface has no bell
    const bell = fields<Door>({ colour, handle, bell: text });
    // @ts-expect-error a door may be green
    const redOnly = fields<Door>({ colour: oneOf('red'), handle });
    // @ts-expect-error no door is blue
    const blue = fields<Door>({ colour: oneOf('red', 'green', 'blue'), handle });
    // @ts-expect-error a door may have no handle
    const needed = fields<Door>({ colour, handle: text });
    // @ts-expect-error every door has a colour
    const colourless = fields<Door>({ colour: maybe(colour), handle });

    expect([door, noHandle, bell, redOnly, blue, needed, colourless]).toHaveLength(7);
  });

  it('is the same for what a list holds and what an author writes', () => {
    const system: Same<keyof System, keyof AnySystem> = true;
    const settings: Same<keyof Settings, keyof AnySettings> = true;

    expect([system, settings]).toEqual([true, true]);
  });
});
type Same<A, B> = [A, B] extends [B, A] ? true : false;
