import { connect, exec, get, grpc, none, tcp, udp } from '../../../contracts';
import { commandNeedsShell } from '../../../contracts/rules/command-needs-shell';
import { commandsAreNotEmpty } from '../../../contracts/rules/commands-are-not-empty';
import { probeNeedsShell } from '../../../contracts/rules/probe-needs-shell';
import { probePathsArePlain } from '../../../contracts/rules/probe-paths-are-plain';
import { probesNameAnOpenPort } from '../../../contracts/rules/probes-name-an-open-port';
import { contractWith, problemsOf } from '../../support/contract-with';

const { process } = contractWith();
const asking = (liveness: object) => ({ health: { liveness, readiness: none('Asked once.') } });

describe('A check asks a port that the container opens, and one that speaks TCP', () => {
  const ports = { http: tcp(8080, 'HTTP'), dns: udp(5353, 'DNS') };

  it.each([[get('http', '/')], [grpc('http', 'shop.Api')], [connect('http')], [exec(['true'])], [none('Nothing to ask.')]])(
    '%j keeps the rule',
    (check) => {
      expect(problemsOf(probesNameAnOpenPort, { ...asking(check), ports })).toEqual([]);
    },
  );
  it.each([
    ['a port with a slip in its name', get('htp', '/'), 'no port htp is open', 'did you mean http? Otherwise name a port of `ports`'],
    ['a port of another', connect('metrics'), 'no port metrics is open', 'name a port of `ports`; there is dns, http'],
    ['a name that every object has', grpc('constructor'), 'no port constructor is open', 'name a port of `ports`; there is dns, http'],
    ['a UDP port', get('dns', '/'), 'the http check asks dns, which speaks UDP', 'ask a TCP port, or check with a command'],
  ])('%s breaks it', (_what, check, found, fix) => {
    expect(problemsOf(probesNameAnOpenPort, { ...asking(check), ports })).toEqual([{ at: 'shop.api.health.liveness.port', found, fix }]);
  });
  it('readiness and the general check are asked as well', () => {
    const health = { liveness: none('…'), readiness: connect('a'), general: connect('b') };

    expect(problemsOf(probesNameAnOpenPort, { health, ports: undefined })).toEqual([
      { at: 'shop.api.health.readiness.port', found: 'no port a is open', fix: 'name a port of `ports`' },
      { at: 'shop.api.health.general.port', found: 'no port b is open', fix: 'name a port of `ports`' },
    ]);
  });
});

describe('The path of a check begins with one slash and holds no space, no control character and no ..', () => {
  it.each(['/', '/livez', '/api/health?full=1&x=../y', '/a..b', '/v1/%20'])('%s keeps the rule', (path) => {
    expect(problemsOf(probePathsArePlain, asking(get('http', path as '/')))).toEqual([]);
  });
  it.each([
    ['livez', '"livez" does not begin with a slash', 'write "/livez"'],
    ['', '"" does not begin with a slash', 'write "/"'],
    ['//evil.example/x', '"//evil.example/x" begins with two slashes, and names a host', 'begin it with one slash'],
    ['/a b', '"/a b" holds a space or a control character', 'leave it out, or write it as %20'],
    ['/a\r\nX: y', '"/a\\r\\nX: y" holds a space or a control character', 'leave it out, or write it as %20'],
    ['/a/../b', '"/a/../b" holds ..', 'write the path that is meant'],
  ])('%j breaks it', (path, found, fix) => {
    expect(problemsOf(probePathsArePlain, asking(get('http', path as '/')))).toEqual([{ at: 'shop.api.health.liveness.path', found, fix }]);
  });
});

describe('A check or drain command that holds a variable names the shell that reads it', () => {
  it.each([
    [['sh', '-c', 'pg_isready -U "$POSTGRES_USER"']],
    [['/usr/bin/env', 'bash', '-c', 'test ${A}']],
    [['grep', '-q', '^ok$', '/tmp/state']],
  ])('%j keeps the rule', (command) => {
    expect(problemsOf(probeNeedsShell, asking(exec(command as [string])))).toEqual([]);
  });
  it.each(['$POSTGRES_USER', '${POSTGRES_USER}', '$(POSTGRES_USER)'])(
    'pg_isready -U %s breaks it: nothing replaces it in a check',
    (word) => {
      expect(problemsOf(probeNeedsShell, asking(exec(['pg_isready', '-U', word])))).toEqual([
        {
          at: 'shop.api.health.liveness.command[2]',
          found: `nothing replaces the variable in "${word}": no shell reads this command`,
          fix: 'write ["sh", "-c", "…"], or the value itself',
        },
      ]);
    },
  );
  it('drain is such a command too', () => {
    expect(problemsOf(probeNeedsShell, { process: { ...process, drain: ['sleep', '$SECONDS'] } })).toEqual([
      {
        at: 'shop.api.process.drain[1]',
        found: 'nothing replaces the variable in "$SECONDS": no shell reads this command',
        fix: 'write ["sh", "-c", "…"], or the value itself',
      },
    ]);
  });
});

describe('A command in exec form that holds a shell’s variable names the shell that reads it', () => {
  it.each([
    ['$(NAME), which is replaced before it starts', { command: ['serve', '--port', '$(PORT)'] }],
    ['a shell in the entrypoint', { entrypoint: ['/bin/sh', '-c'], command: ['exec serve $PORT'] }],
    ['a sum of money', { command: ['pay', '$5'] }],
  ])('%s keeps the rule', (_what, words) => {
    expect(problemsOf(commandNeedsShell, { process: { ...process, entrypoint: undefined, ...words } })).toEqual([]);
  });
  it('the binary of a build argument breaks it, because the argument is gone at run time', () => {
    expect(problemsOf(commandNeedsShell, { process: { ...process, command: ['/usr/local/bin/${TARGET_BINARY}'] } })).toEqual([
      {
        at: 'shop.api.process.command[0]',
        found: 'nothing replaces the variable in "/usr/local/bin/${TARGET_BINARY}": no shell reads this command',
        fix: 'write $(NAME) for a variable of the contract, ["sh", "-c", "…"], or the value itself',
      },
    ]);
  });
});

describe('A command names a program in its first word', () => {
  it('an empty word further on keeps the rule', () => {
    expect(problemsOf(commandsAreNotEmpty, { process: { ...process, command: ['serve', ''] } })).toEqual([]);
  });
  it.each([
    ['process.entrypoint', { process: { ...process, entrypoint: [' '] } }],
    ['process.command', { process: { ...process, command: ['', 'x'] } }],
    ['process.drain', { process: { ...process, drain: [''] } }],
    ['oneOffs.migrate.run', { oneOffs: { migrate: { run: [''], purpose: 'Migrate' } } }],
    ['health.liveness.command', asking(exec(['']))],
  ])('an empty first word of %s breaks it', (place, changes) => {
    expect(problemsOf(commandsAreNotEmpty, changes)).toEqual([
      { at: `shop.api.${place}[0]`, found: 'the first word is empty', fix: 'name the program to run' },
    ]);
  });
  it('a word that a NUL character would cut short breaks it', () => {
    expect(problemsOf(commandsAreNotEmpty, { process: { ...process, command: ['serve', 'a\0b'] } })).toEqual([
      { at: 'shop.api.process.command[1]', found: 'the word holds a NUL character', fix: 'leave it out' },
    ]);
  });
  it.each(['healthcheck', 'fromElsewhere'])('an empty line of %s breaks it', (key) => {
    const { health } = contractWith();
    const line = key === 'healthcheck' ? { ...health.healthcheck, command: ' ' } : ' ';

    expect(problemsOf(commandsAreNotEmpty, { health: { ...health, [key]: line } })).toEqual([
      {
        at: `shop.api.health.${key === 'healthcheck' ? 'healthcheck.command' : key}`,
        found: 'the command is empty',
        fix: 'write the command, or leave the field out',
      },
    ]);
  });
});
