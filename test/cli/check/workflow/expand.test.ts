import { buildsAt } from '../../../../cli/check/workflow/builds/builds-at';
import type { Event } from '../../../../cli/check/workflow/read/event';
import { shown } from '../../../../cli/check/workflow/read/parts';
import { readWorkflow } from '../../../../cli/check/workflow/read/read-workflow';

const TAG: Event = { name: 'push', ref: 'refs/tags/v1.2.3' };
const RC: Event = { name: 'push', ref: 'refs/tags/v2.0.0-rc.1' };
const BRANCH: Event = { name: 'push', ref: 'refs/heads/feature/auth' };
const NIGHT: Event = { name: 'schedule', ref: 'refs/heads/main' };

/** Tags of a step of docker/metadata-action; `?`: only a run knows whether it is made. */
const tagsOf = (lines: readonly string[], event: Event, flavor = ''): readonly string[] => {
  const text = [
    'on: push',
    'env: { PREFIX: web- }',
    'jobs:',
    '  web:',
    '    runs-on: ubuntu-24.04',
    '    steps:',
    '      - id: meta',
    '        uses: docker/metadata-action@v6',
    '        with:',
    '          images: acme/web',
    ...(flavor === '' ? [] : [`          flavor: ${flavor}`]),
    ...(lines.length === 0 ? [] : ['          tags: |', ...lines.map((line) => `            ${line}`)]),
    '      - uses: docker/build-push-action@v7',
    '        with: { push: true, tags: "${{ steps.meta.outputs.tags }}" }',
  ].join('\n');
  return buildsAt(readWorkflow(text, 'w.yml').workflow, event).flatMap(({ builds }) =>
    builds.flatMap(({ refs }) => refs.map(({ tag = [], isCertain }) => `${shown(tag)}${isCertain ? '' : '?'}`)),
  );
};

describe('What docker/metadata-action makes of its lines', () => {
  it.each([
    [['type=semver,pattern={{version}}'], TAG, ['1.2.3', 'latest']],
    [['type=semver,pattern=v{{version}}'], TAG, ['v1.2.3', 'latest']],
    [['type=semver,pattern=v{{version}}'], RC, ['2.0.0-rc.1']],
    [['type=semver,pattern={{raw}}'], RC, ['v2.0.0-rc.1']],
    [['type=semver,pattern={{major}}.{{minor}}'], RC, ['2.0.0-rc.1']],
    [['type=semver,pattern={{version}}'], BRANCH, []],
    [['type=semver,pattern={{version}},value=v4.5.6'], BRANCH, ['4.5.6', 'latest']],
    [['type=semver,pattern=v{{version}},suffix=-{{sha}}'], TAG, ['v1.2.3-<commit>', 'latest']],
    [['type=sha'], TAG, ['sha-<commit>']],
    [['type=sha,prefix=git-,format=short'], BRANCH, ['git-<commit>']],
    [['type=sha,prefix={{version}}-,suffix='], TAG, ['-<commit>']],
    [['type=ref,event=branch'], BRANCH, ['feature-auth']],
    [['type=ref,event=branch,prefix=dev-'], BRANCH, ['dev-feature-auth']],
    [['type=ref,event=tag'], TAG, ['v1.2.3', 'latest']],
    [['type=ref,event=pr'], TAG, []],
    [[], TAG, ['v1.2.3', 'latest']],
    [[], BRANCH, ['feature-auth']],
    [['type=schedule'], NIGHT, ['nightly']],
    [['type=raw,value=stable', 'type=semver,pattern={{version}}'], TAG, ['1.2.3', 'stable', 'latest']],
    [['type=raw,value=latest,enable={{is_default_branch}}'], TAG, []],
    [['type=raw,value=latest,enable={{is_default_branch}}'], BRANCH, ['latest?']],
    [["type=sha,enable=${{ startsWith(github.ref, 'refs/heads/') }}"], TAG, []],
    [['type=raw,value=${{ env.PREFIX }}{{branch}}'], BRANCH, ['web-feature-auth']],
    [['type=match,pattern=v(\\d+).\\d+,group=1'], TAG, ['1', 'latest']],
    [['type=match,pattern=(a+)+$'], TAG, ['…?']],
    [['type=pep440,pattern={{version}}'], TAG, ['…?']],
    [['edge'], BRANCH, ['edge']],
    [['"type=raw",value=a'], BRANCH, ['a']],
    [['# a comment', 'type=raw,value=a'], BRANCH, ['a']],
  ] as const)('%j at %j is %j', (lines, event, tags) => {
    expect(tagsOf(lines, event)).toEqual(tags);
  });
  it.each([
    ['latest=false', ['1.2.3']],
    ['latest=true', ['1.2.3', 'latest']],
    ['prefix=x-', ['x-1.2.3', 'latest']],
    ['"prefix=x-,onlatest=true"', ['x-1.2.3', 'x-latest']],
    ["latest=${{ github.ref_type == 'branch' }}", ['1.2.3']],
    ['latest=${{ vars.LATEST }}', ['1.2.3']],
  ])('with the flavor %s it is %j', (flavor, tags) => {
    expect(tagsOf(['type=semver,pattern={{version}}'], TAG, flavor)).toEqual(tags);
  });
});
