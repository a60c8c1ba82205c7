import { containerWith } from '../../support/container-with';
import { findingsIn, findingsWith, systemWith } from '../../support/findings-with';

const label = 'lower-case letters, digits and -, at most 63, with a letter or digit at both ends';

describe('A system with the least that a system has', () => {
  it('keeps every rule', () => {
    expect(findingsIn({})).toEqual([]);
  });
});

describe('A system’s name can name its namespace', () => {
  const rule = 'system-names-are-namespaces';

  it.each(['shop', 's', '5', 'a-b', 's'.repeat(63), 'defaults', 'kubernetes'])('%s can', (name) => {
    expect(findingsIn({ name })).toEqual([]);
  });
  it.each([
    ['todo_chatbot', 'todo-chatbot'],
    ['Shop', 'shop'],
    ['-shop', 'shop'],
    ['my.shop', 'my-shop'],
    ['s'.repeat(64), 's'.repeat(63)],
    ['Ω', 'a-name'],
  ])('%s cannot, and the fix says what can', (name, better) => {
    expect(findingsIn({ name })).toEqual([
      { rule, at: `${name}.name`, found: `the name is no DNS label: ${label}`, fix: `call it ${better}` },
    ]);
  });
  it.each(['default', 'kube-system', 'kube-shop'])('%s belongs to Kubernetes', (name) => {
    expect(findingsIn({ name })).toEqual([
      { rule, at: `${name}.name`, found: `Kubernetes keeps the namespace ${name} for itself`, fix: 'call the system after what it does' },
    ]);
  });
  it('an empty name is found at "a system"', () => {
    expect(findingsIn({ name: '' })).toEqual([
      { rule, at: 'a system.name', found: 'the name is empty', fix: 'give the system a name: todo-chatbot' },
    ]);
  });
});

describe('A system has at least one container', () => {
  it('an empty system breaks it', () => {
    expect(findingsIn({ containers: {} })).toEqual([
      {
        rule: 'systems-have-containers',
        at: 'shop.containers',
        found: 'the system has no container',
        fix: 'add one, or take the system out of systems/index.ts',
      },
    ]);
  });
});

describe('A role names the container in its pod', () => {
  it('a role with an underscore cannot', () => {
    expect(findingsIn({ containers: { back_end: containerWith() } })).toEqual([
      {
        rule: 'roles-are-dns-labels',
        at: 'shop.containers.back_end',
        found: `the role is no DNS label: ${label}`,
        fix: 'call it back-end',
      },
    ]);
  });
  it('a role with a hyphen can', () => {
    expect(findingsIn({ containers: { 'back-end': containerWith() } })).toEqual([]);
  });
});

describe('No two containers of a system have one name', () => {
  const rule = 'containers-have-their-own-name';

  it('two documents that call theirs alike break it', () => {
    const containers = { api: containerWith(), web: containerWith({ document: 'T §2' }) };

    expect(findingsIn({ containers })).toEqual([
      {
        rule,
        at: 'shop.web.name',
        found: 'api and web are both called shop-api',
        fix: 'give web a container of another name',
      },
    ]);
  });
  it.each(['shop-api-headless', 'shop-api-replicas', 'shop-api-config'])('%s is the name of an object of shop-api', (name) => {
    expect(findingsIn({ containers: { api: containerWith(), web: containerWith({ name }) } })).toEqual([
      { rule, at: 'shop.web.name', found: `${name} is the name of an object of api`, fix: 'call the container something else' },
    ]);
  });
  it('default-deny is the policy that closes the namespace', () => {
    expect(findingsIn({ containers: { api: containerWith({ name: 'default-deny' }) } })).toEqual([
      {
        rule,
        at: 'shop.api.name',
        found: 'default-deny is the name of the policy that closes a namespace',
        fix: 'call the container something else',
      },
    ]);
  });
  it('names that only begin alike keep it', () => {
    expect(findingsIn({ containers: { api: containerWith(), web: containerWith({ name: 'shop-api-web' }) } })).toEqual([]);
  });
});

describe('Each system is listed once', () => {
  it('the same system twice is one finding', () => {
    const [system] = [systemWith()];

    expect(findingsWith({ systems: [system, system] })).toEqual([
      {
        rule: 'systems-have-their-own-name',
        at: 'shop.name',
        found: '2 systems are called shop',
        fix: 'list it once in systems/index.ts, or call the others something else',
      },
    ]);
  });
  it('two systems of different names keep it', () => {
    expect(findingsWith({ systems: [systemWith(), systemWith({ name: 'shop-two' })] })).toEqual([]);
  });
});
