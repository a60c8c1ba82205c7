import type { Event } from '../../../../cli/check/workflow/read/event';
import { eventsOf } from '../../../../cli/check/workflow/read/events-of';
import { condition, template } from '../../../../cli/check/workflow/read/expression';
import { passes } from '../../../../cli/check/workflow/read/filters';
import { canBe, joined, knownText, type Parts, shown } from '../../../../cli/check/workflow/read/parts';
import { readWorkflow } from '../../../../cli/check/workflow/read/read-workflow';
import { scopeOf } from '../../../../cli/check/workflow/read/scope';
import type { Combination, Job } from '../../../../cli/check/workflow/read/workflow';

const TAG: Event = { name: 'push', ref: 'refs/tags/v1.2.3' };
const JOB =
  'env: { REGISTRY: ghcr.io, NAME: "${{ github.repository }}" }\non: push\njobs:\n  a:\n    runs-on: x\n    env: { OWN: "${{ env.REGISTRY }}/own" }\n    steps:\n      - run: echo "LATE=1" >> $GITHUB_ENV\n';
const scope = (matrix: Combination = {}) => {
  const { workflow } = readWorkflow(JOB, 'w.yml');
  return scopeOf(workflow, workflow.jobs[0] as Job, matrix, TAG, new Map());
};

describe('An expression, for the push of a version tag,', () => {
  it.each([
    ['${{ github.ref_name }}', 'v1.2.3'],
    ['${{ github.ref }}-${{ github.event_name }}', 'refs/tags/v1.2.3-push'],
    ['${{ env.REGISTRY }}/${{ env.NAME }}', 'ghcr.io/…/…'],
    ['${{ env.OWN }}', 'ghcr.io/own'],
    ['${{ env.NOWHERE }}', '…'],
    ['${{ secrets.X }}', '…'],
    ["${{ 'it''s' }}", "it's"],
    ["${{ github.ref_type == 'tag' && 'a' || 'b' }}", 'a'],
    ["${{ vars.X && 'a' || 'b' }}", '…'],
    ["${{ format('{0}:{1}', env.REGISTRY, github.ref_name) }}", 'ghcr.io:v1.2.3'],
    ['${{ github.sha }}', '<commit>'],
    ['${{ inputs.tag }}', ''],
    ['${{ ( }}', '…'],
    ['${{ unclosed', '${{ unclosed'],
    ['{{version}}', '{{version}}'],
  ])('%s comes to %s', (text, expected) => {
    expect(shown(template(text, scope().lookup))).toBe(expected);
  });
  it.each([
    ["startsWith(github.ref, 'refs/tags/v')", true],
    ["github.event_name == 'PUSH'", true],
    ["${{ github.event_name != 'pull_request' }}", true],
    ["!startsWith(github.ref, 'refs/heads/')", true],
    ['github.event.pull_request', false],
    ["contains(github.ref, 'v9')", false],
    ["github.repository == 'acme/web'", undefined],
    ["github.repository == 'acme/web' && github.event_name == 'schedule'", false],
    ['vars.PUSH || always()', undefined],
    ['failure()', false],
    ["needs.a.outputs.x == 'true'", undefined],
  ])('%s holds: %s', (text, expected) => {
    expect(condition(text, scope().lookup)).toBe(expected);
  });
  it('is bounded in depth and length', () => {
    expect(shown(template(`\${{ ${'('.repeat(500)}1${')'.repeat(500)} }}`, scope().lookup))).toBe('…');
    expect(shown(template(`\${{ ${'!'.repeat(1500)}true }}`, scope().lookup))).toBe('…');
    expect(shown(template(`\${{ ${'x'.repeat(3000)} }}`, scope().lookup))).toBe('…');
  });
});

describe('A text that is known in part', () => {
  const OWNER: Parts = ['ghcr.io/', { is: 'segment', least: 1 }, '/web'];

  it.each([
    [OWNER, 'ghcr.io/acme/web', true],
    [OWNER, 'ghcr.io/acme/team/web', false],
    [OWNER, 'ghcr.io//web', false],
    [[{ is: 'anything', least: 0 }], '', true],
    [['v', { is: 'digits', least: 1 }], 'v12', true],
    [['v', { is: 'digits', least: 1 }], 'v', false],
    [[{ is: 'hex', least: 7, most: 7 }], 'abc1234', true],
    [[{ is: 'hex', least: 7, most: 7 }], 'abc12345', false],
  ] as const)('%j can be %s: %s', (parts, text, expected) => {
    expect(canBe(parts as Parts, text)).toBe(expected);
  });
  it('is asked quickly, however many stretches are open', () => {
    const parts = joined(Array.from({ length: 400 }, (): Parts => [{ is: 'anything', least: 0 }, 'a']).flat());

    expect(canBe(parts, 'a'.repeat(399))).toBe(false);
    expect(knownText(parts)).toBeUndefined();
  });
});

describe('A filter of GitHub', () => {
  it.each([
    [['v*'], 'v1.0.0', true],
    [['v*'], 'release', false],
    [['v*.*.*'], 'v1.0.0', true],
    [['v[0-9]+.[0-9]+.[0-9]+'], 'v1.0.0', true],
    [['v[0-9]+.[0-9]+'], 'v1.0.0', false],
    [['[0-9]+.*'], 'v1.0.0', false],
    [['**'], 'feature/x', true],
    [['*'], 'feature/x', false],
    [['v*', '!v1*'], 'v1.0.0', false],
    [['!v1*', 'v*'], 'v1.0.0', true],
    [['${{ vars.X }}'], 'v1.0.0', undefined],
    [['*'.repeat(50)], 'v1.0.0', undefined],
  ])('%j lets %s through: %s', (filters, name, expected) => {
    expect(passes(filters, name)).toBe(expected);
  });
});

describe('What starts a workflow', () => {
  const started = (on: string) => {
    const { events, byVersion } = eventsOf(readWorkflow(`on: ${on}\njobs: { a: { uses: ./x.yml } }\n`, 'w.yml').workflow, 'v1.0.0');
    return [events.map(({ name, ref }) => `${name} ${ref.replace('refs/', '')}`).join(', '), byVersion];
  };
  it.each([
    ['push', 'push tags/v1.0.0, push heads/main', true],
    ['[push, pull_request]', 'push tags/v1.0.0, push heads/main', true],
    ['{ push: { branches: [master] } }', 'push heads/master', false],
    ["{ push: { branches: ['release/**'] } }", '', false],
    ["{ push: { tags: ['v*'] } }", 'push tags/v1.0.0', true],
    ["{ push: { tags: ['web-*'] } }", '', false],
    ["{ push: { tags-ignore: ['v*'] } }", '', false],
    ['{ release: { types: [published] } }', 'release tags/v1.0.0', true],
    ['pull_request', '', false],
    ['workflow_call', '', undefined],
    ['{ push: { branches: [main] }, workflow_dispatch: }', 'push heads/main, workflow_dispatch heads/main', undefined],
    ["{ schedule: [{ cron: '0 0 * * *' }] }", 'schedule heads/main', false],
  ])('%s: %s', (on, events, byVersion) => {
    expect(started(on)).toEqual([events, byVersion]);
  });
});

describe('A matrix', () => {
  const made = (matrix: string): readonly string[] =>
    (
      readWorkflow(`on: push\njobs:\n  a:\n    strategy: { matrix: ${matrix} }\n    runs-on: x\n    steps: [{ run: x }]\n`, 'w.yml')
        .workflow.jobs[0]?.matrix ?? []
    ).map((one) =>
      one === 'unknown'
        ? one
        : Object.entries(one)
            .map(([key, node]) => `${key}=${node.kind === 'scalar' ? node.text : node.kind}`)
            .join(' '),
    );
  it.each([
    ['{ a: [1, 2], b: [x] }', ['a=1 b=x', 'a=2 b=x']],
    ['{ a: [1, 2], exclude: [{ a: 1 }] }', ['a=2']],
    ['{ include: [{ a: 1 }, { a: 2, b: y }] }', ['a=1', 'a=2 b=y']],
    ['{ a: [1, 2], include: [{ a: 1, b: y }, { a: 3 }] }', ['a=1 b=y', 'a=2', 'a=3']],
    ['{ a: [1], include: [{ c: z }] }', ['a=1 c=z']],
    ["'${{ fromJSON(needs.x.outputs.m) }}'", ['unknown']],
    ["{ a: '${{ fromJSON(vars.A) }}' }", ['unknown']],
    ['{ a: [1,2,3,4,5,6,7,8,9], b: [1,2,3,4,5,6,7,8,9] }', ['unknown']],
  ])('%s gives %j', (matrix, expected) => {
    expect(made(matrix)).toEqual(expected);
  });
});
