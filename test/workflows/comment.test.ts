import { MOST_CHARACTERS, toMarkdown } from '../../cli/diff/forms/to-markdown';
import { exampleReport } from '../browser/support/example-report';
import { changed, reportOf } from '../cli/diff/trees';
import * as made from '../cluster/diff/manifests';
import type { Comment, Pull, World } from './fake-github';
import { RUN, SHA, sayInPullRequest } from './say-in-pull-request';
import { zipOf } from './zip-of';

const REPORT = '## Manifests: 1 object changed\n\nAll of it.\n';
const NEW = 'POST /repos/us/here/issues/12/comments';
const ours: Pull = { state: 'open', head: { sha: SHA, repo: { id: 5 } } };
const theirs: Pull = { state: 'open', head: { sha: 'd00d00', repo: { id: 6 } } };
const holding = (files: Readonly<Record<string, string | Buffer>>, more: Partial<World> = {}): World => ({
  artifacts: { 'waybill-comment': zipOf(files) },
  pulls: { 12: ours, 13: theirs },
  ...more,
});
const saying = (report: string | Buffer, number = '12\n', more: Partial<World> = {}): World =>
  holding({ 'comment.md': report, 'pull-request.txt': number }, more);
const comment = (id: number, body: string, login = 'github-actions[bot]', type = 'Bot'): Comment => ({ id, body, user: { login, type } });
const bodyOf = async (world: World, run: object = RUN): Promise<string> => (await sayInPullRequest(world, run)).written[0]?.[1] ?? '';

/** Made by archiver 7, with which upload-artifact packs: sizes stand behind what they measure. */
const REAL =
  'UEsDBBQACAAIAAAAIVwAAAAAAAAAAAAAAAAKAAAAY29tbWVudC5tZFNWVvBNzMtMSy0uKbZSMFTIT8pKTS5RSM5IzEtPTeHi8k9TSFQoSk3MUShITM5OLdLjAgBQSwcI8JF7UDQAAAAyAAAA' +
  'UEsDBBQACAAIAAAAIVwAAAAAAAAAAAAAAAAQAAAAcHVsbC1yZXF1ZXN0LnR4dDM04gIAUEsHCNrrTdcFAAAAAwAAAFBLAQItAxQACAAIAAAAIVzwkXtQNAAAADIAAAAKAAAAAAAAAAAAIACk' +
  'gQAAAABjb21tZW50Lm1kUEsBAi0DFAAIAAgAAAAhXNrrTdcFAAAAAwAAABAAAAAAAAAAAAAgAKSBbAAAAHB1bGwtcmVxdWVzdC50eHRQSwUGAAAAAAIAAgB2AAAArwAAAAAA';

describe('The comment', () => {
  it('is written when there is none', async () => {
    const told = await sayInPullRequest(saying(REPORT));

    expect(told.written).toEqual([
      [
        NEW,
        `<!-- waybill diff -->\n\n${REPORT}\nFor commit c0ffee0000. As a page, with search and side by side: \`waybill-diff\` in the artifacts of [its run](${RUN.html_url}).\n`,
      ],
    ]);
    expect([told.code, told.said]).toEqual([0, '::notice::a new comment in #12']);
  });

  it('is brought up to date when it is there, be it the 131st of the page', async () => {
    const others = Array.from({ length: 130 }, (_, index) => comment(index, 'hello', 'somebody', 'User'));
    const told = await sayInPullRequest(
      saying(REPORT, '12', { comments: { 12: [...others, comment(900, '<!-- waybill diff -->\nold')] } }),
    );

    expect(told.written.map(([where]) => where)).toEqual(['PATCH /repos/us/here/issues/comments/900']);
  });

  it.each([
    ['a person', comment(1, '<!-- waybill diff -->\nmine', 'somebody', 'User')],
    ['a person who is called like the bot', comment(1, '<!-- waybill diff -->\nmine', 'github-actions[bot]', 'User')],
    ['another bot', comment(1, '<!-- waybill diff -->\nmine', 'other[bot]')],
    ['the same bot, of something else that quotes the mark', comment(1, 'see <!-- waybill diff -->')],
  ])('leaves alone what %s wrote', async (_, other) => {
    const told = await sayInPullRequest(saying(REPORT, '12', { comments: { 12: [other] } }));

    expect(told.written.map(([where]) => where)).toEqual([NEW]);
  });

  it('is not begun for a change without a difference, but one that is there says so', async () => {
    const same = '## Manifests: no difference\n\nNothing.\n';

    expect((await sayInPullRequest(saying(same))).written).toEqual([]);
    expect(
      (await sayInPullRequest(saying(same, '12', { comments: { 12: [comment(9, '<!-- waybill diff -->\nold')] } }))).written,
    ).toHaveLength(1);
  });

  it('says when a check of that commit failed', async () => {
    expect(await bodyOf(saying(REPORT), { ...RUN, conclusion: 'failure' })).toContain('**A check of commit c0ffee0000 failed');
  });

  it('takes a real report as it is, pictures and all', async () => {
    const real = toMarkdown(exampleReport());

    expect(real).toContain('```mermaid');
    expect(await bodyOf(saying(real))).toContain(real);
  });

  it.each([
    '</code></details><script>alert(1)</script>',
    '[click](https://evil.example.com) ![x](y)',
    '@octocat #1 www.evil.example.com `x` ``` ~~~ $x$ \\',
    '```\n````\n@octocat\n~~~\n```mermaid\n',
    '<!-- waybill diff -->\n::error::x\n\u202e\u001b[31m\ud800',
  ])('takes a real report about manifests that say %j everywhere', async (text) => {
    const before = made.deployment();
    const after = changed(before, (o) => {
      o.spec.template.spec.containers[0].env[0].value = text;
      o.spec.template.spec.containers[0].image = text;
      o.metadata = { ...o.metadata, labels: { [text]: text }, annotations: { [text]: text } };
    });
    const config = { ...made.configMap(), metadata: { name: text, namespace: text }, data: { [text]: text } };
    const real = toMarkdown(reportOf([before, made.secret(), config], [after, made.ingress(), { kind: text, [text]: text }]));

    expect(await bodyOf(saying(real))).toContain(Buffer.from(real).toString());
  });

  it.each([1, 300])('takes a real report of %i services that are all new', async (count) => {
    const all = Array.from({ length: count }, (_, index) => ({ ...made.deployment(), metadata: { name: `web-${index}` } }));
    const real = toMarkdown(reportOf([], all));

    expect(await bodyOf(saying(real))).toContain(real);
  });

  it('takes the longest report there is and still fits', async () => {
    const longest = `## Manifests: long\n${'x'.repeat(MOST_CHARACTERS - 20)}\n`;
    const body = await bodyOf(saying(longest), { ...RUN, conclusion: 'failure' });

    expect(longest).toHaveLength(MOST_CHARACTERS);
    expect(body).toContain(longest);
    expect(body.length).toBeLessThan(65_536);
  });

  it('reads what upload-artifact packs', async () => {
    expect(await bodyOf({ artifacts: { 'waybill-comment': Buffer.from(REAL, 'base64') }, pulls: { 12: ours } })).toContain(
      'Of a real packer.',
    );
  });

  it('reads what is packed without being compressed', async () => {
    const zip = zipOf({ 'comment.md': REPORT, 'pull-request.txt': '12' }, 0);

    expect(await bodyOf({ artifacts: { 'waybill-comment': zip }, pulls: { 12: ours } })).toContain(REPORT);
  });

  it('shows the storage of artifacts no token', async () => {
    const { asked } = await sayInPullRequest(saying(REPORT));

    expect(asked.filter(({ path }) => path.startsWith('/storage/')).map(({ token }) => token)).toEqual([undefined]);
  });
});

describe('The number of the pull request is a stranger’s word', () => {
  it.each([
    ['names a pull request at another commit', '13'],
    ['names none that there is', '99'],
    ['is no number', '12; echo'],
    ['leads elsewhere', '12/../13'],
    ['is negative', '-12'],
    ['is far too long', '9'.repeat(99)],
    ['is empty', ''],
  ])('and nothing is written when it %s', async (_, number) => {
    const told = await sayInPullRequest(saying(REPORT, number));

    expect(told.written).toEqual([]);
    expect(told.code).toBe(0);
    expect(told.asked.filter(({ path }) => path.includes('/issues/'))).toEqual([]);
  });

  it.each([
    ['is closed', { ...ours, state: 'closed' }],
    ['has the same commit in another fork', { ...ours, head: { sha: SHA, repo: { id: 6 } } }],
    ['came from a fork that is gone', { ...ours, head: { sha: SHA, repo: null } }],
    ['has moved on', { ...ours, head: { sha: 'newer', repo: { id: 5 } } }],
  ])('and nothing is written when that pull request %s', async (_, pull) => {
    expect((await sayInPullRequest(saying(REPORT, '12', { pulls: { 12: pull } }))).written).toEqual([]);
  });

  it('and nothing is written when neither that pull request nor the run knows a repository', async () => {
    const pull = { ...ours, head: { sha: SHA, repo: null } };

    expect((await sayInPullRequest(saying(REPORT, '12', { pulls: { 12: pull } }), { ...RUN, head_repository: undefined })).written).toEqual(
      [],
    );
  });
});

describe('The report is a stranger’s text', () => {
  const refusedFor = (why: string) =>
    `<!-- waybill diff -->\n## Manifests: no report\n\nThe report for commit c0ffee0000 is not shown: ${why}.`;

  it.each([
    ['one character too long', `## Manifests: ${'x'.repeat(MOST_CHARACTERS - 13)}`, 'it is too long'],
    ['a bomb', 'x'.repeat(50_000_000), 'it is too long'],
    ['no text', Buffer.from([0x23, 0xff, 0xfe]), 'it is no text'],
    ['of characters that cannot be seen', '## Manifests: a\u202eb\n', 'it has characters that cannot be seen'],
    ['for a terminal', '## Manifests: a\u001b[31m\n', 'it has characters that cannot be seen'],
    ['another program’s', 'Hello\n', 'it is not what waybill diff writes'],
  ])('and is not shown when it is %s', async (_, report, why) => {
    expect(await bodyOf(saying(report))).toContain(refusedFor(why));
  });

  it.each([
    '@octocat look',
    '&#64;octocat look',
    '&#064;octocat look',
    '&commat;octocat look',
    '#1 is next',
    '[approve](https://evil.example)',
    '[approve]: //evil.example',
    '![seen](//evil.example/x.png)',
    'https://evil.example',
    'www.evil.example',
    '<a href=x>approve</a>',
    '<img src=x>',
    '<!-- waybill diff -->',
    '<details open onclick=x>',
    '<code>@octocat</code>',
    '<code>[approve](x)</code>',
    '\\<code>&#64;octocat</code>',
    '`<code>`&#64;octocat`</code>`',
    '$x$',
    '~~~\n\n```diff\n~~~\n@octocat\n```',
    '```\n@octocat\n```',
    'text\n```diff\n@octocat\n```',
    '\n```diff\n````\n@octocat\n```',
    '\n```diff\n  ```\n@octocat\n\n```diff\n```',
    '\n```diff\nnever ends',
    '   ```\n\n```diff\n```\n@octocat\n```',
    '- x\n\n  ```diff\n@octocat\n```',
    '\n```suggestion\nx\n```',
    '\n```mermaid\nflowchart LR\n  click n0 "https://evil.example"\n```',
    '\n```mermaid\nflowchart LR\n  n0["<img src=x>"]\n```',
    '\n```mermaid\n%%{init: {"securityLevel": "loose"}}%%\n```',
  ])('and is not shown when it says %j', async (text) => {
    expect(await bodyOf(saying(`## Manifests: 1 object changed\n${text}\n`))).toContain(refusedFor('it is not what waybill diff writes'));
  });

  it('and is shown when such words stand in a block of code', async () => {
    const report = '## Manifests: 1 object changed\n\n```diff\n- web@sha256:1 https://a.example <b> [x](y) ``\n+ @octocat\n```\n';

    expect(await bodyOf(saying(report))).toContain(report);
  });
});

describe('The artifact is a stranger’s file', () => {
  it.each(['../comment.md', '/comment.md', './comment.md', 'a/../comment.md', '..\\comment.md'])(
    'and %j is not the report',
    async (name) => {
      expect(await bodyOf(holding({ [name]: REPORT, 'pull-request.txt': '12' }))).toContain('is not shown: it is not there');
    },
  );

  it('and a name that leads elsewhere beside the report is not looked at', async () => {
    const world = holding({ '../../../../tmp/evil': 'x', 'comment.md': REPORT, 'pull-request.txt': '12' });

    expect(await bodyOf(world)).toContain(REPORT);
  });

  it.each([
    ['is not there', { artifacts: {} }],
    ['has another name', { artifacts: { other: zipOf({ 'comment.md': REPORT, 'pull-request.txt': '12' }) } }],
    ['is empty', { artifacts: { 'waybill-comment': Buffer.alloc(0) } }],
    ['is no zip', { artifacts: { 'waybill-comment': Buffer.from('hello') } }],
    ['ends in the middle', { artifacts: { 'waybill-comment': zipOf({ 'pull-request.txt': '12' }).subarray(30) } }],
    [
      'says that it has files beyond its end',
      { artifacts: { 'waybill-comment': Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18, 0xff)]) } },
    ],
    ['is larger than any report', { artifacts: { 'waybill-comment': Buffer.alloc(1_000_001) } }],
  ])('and nothing is written when it %s', async (_, more) => {
    const told = await sayInPullRequest({ pulls: { 12: ours }, ...more });

    expect(told.written).toEqual([]);
    expect(told.code).toBe(0);
    expect(told.said).toMatch(/^::notice::[^\n]*$/);
  });
});

describe('When GitHub does not answer', () => {
  it('the job fails and says where, without a stack', async () => {
    const told = await sayInPullRequest(saying(REPORT), { ...RUN, id: 78 });

    expect([told.code, told.said]).toEqual([1, '::error::GET /actions/runs/78/artifacts?name=waybill-comment: 500']);
  });
});
