import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { toHtml } from '../../../cli/diff/forms/to-html';
import { toJson } from '../../../cli/diff/forms/to-json';
import { MOST_CHARACTERS, toMarkdown } from '../../../cli/diff/forms/to-markdown';
import { toText } from '../../../cli/diff/forms/to-text';
import type { Report } from '../../../cli/diff/report/report';
import * as made from '../../cluster/diff/manifests';
import { readManifests } from '../../support/read-manifests';
import { changed, type Manifest, reportOf } from './trees';

const PLAIN = { width: 100, paint: (_: string, text: string) => text };
const all = (report: Report): readonly string[] => [toText(report, PLAIN), toMarkdown(report), toJson(report), toHtml(report)];
const named = (o: Manifest, name: string): Manifest => ({ ...o, metadata: { ...o.metadata, name } });
const many = (count: number): Report => {
  const before = Array.from({ length: count }, (_, index) => named(made.deployment(), `service-with-a-rather-long-name-${index}`));
  return reportOf(
    before,
    before.map((one, index) =>
      changed(one, (o) => {
        o.spec.template.spec.containers[0].image = `registry.example.com/web:2.${index}`;
        o.spec.selector.matchLabels.tier = 'front';
        o.spec.template.spec.containers[0].env[0].value = `value ${index}`;
      }),
    ),
  );
};

describe('A report in each form', () => {
  it('says that nothing differs', () => {
    const report = reportOf([made.deployment()], [made.deployment()]);

    expect(toText(report, PLAIN)).toBe('before → after: 1 unchanged\nNo difference.\n');
    expect(toMarkdown(report)).toContain('## Manifests: no difference');
    expect(JSON.parse(toJson(report)).rows).toEqual([]);
    expect(toHtml(report)).toContain('no difference');
  });

  it('is JSON as its schema says', () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/diff.schema.json', 'utf8')));

    for (const report of [
      many(3),
      reportOf([], [made.deployment()]),
      reportOf([made.job(), made.secret(), made.claim()], []),
      reportOf([{ bad: 1 }], []),
    ]) {
      validate(JSON.parse(toJson(report)));
      expect(validate.errors).toBeNull();
    }
  });

  it.each([1, 30, 200, 1500])('is Markdown below the limit of a comment, and whole, with %i objects', (count) => {
    const text = toMarkdown(many(count));

    expect(text.length).toBeLessThan(MOST_CHARACTERS + 1);
    expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
    expect((text.match(/^`{3,}/gm) ?? []).length % 2).toBe(0);
    expect(text).toMatch(/\n$/);
    expect(text).toContain('refused');
  });

  it('is Markdown below the limit whatever a value holds', () => {
    const hostile = (count: number, letter: string): Report =>
      reportOf(
        [],
        Array.from({ length: count }, (_, index) =>
          changed(named(made.deployment(), `web-${index}`), (o) => {
            o.spec.template.spec.containers = [{ name: `${index}${letter.repeat(5000)}`, image: letter.repeat(100_000) }];
          }),
        ),
      );

    for (const report of [hostile(1, '|'), hostile(300, '`'), hostile(50, '@')])
      expect(toMarkdown(report).length).toBeLessThan(MOST_CHARACTERS + 1);
  });
});

describe('Nothing in a manifest can dress up the report', () => {
  const ATTACKS: readonly string[] = [
    '</code></details><script>alert(1)</script>',
    '![x](https://evil.example.com/x.png)',
    '[click](https://evil.example.com)',
    '| cell | cell |\n| --- | --- |',
    '```\n# heading\n```',
    '````` \n````',
    '@octocat #1 https://evil.example.com www.evil.example.com',
    '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example.com\u0007link\u001b]8;;\u0007',
    '\u202egnissim',
    '::set-output name=a::b',
    '\n::error::fake',
    '##[error]fake',
    '<img src=x onerror=alert(1)>',
    '"; alert(1); "',
    '--><b>',
    '%%{init: {"securityLevel": "loose"}}%%',
    'x"] --> y; click n0 "javascript:alert(1)"',
  ];
  const attacked = (text: string): Report => {
    const before = made.deployment();
    const after = changed(before, (o) => {
      o.spec.template.spec.containers[0].env[0].value = text;
      o.spec.template.spec.containers[0].image = text;
      o.metadata = { ...o.metadata, labels: { ...o.metadata.labels, [text]: text } };
    });
    const ingress = changed(made.ingress(), (o) => {
      o.spec.rules[0].host = text;
    });
    const policy = changed(made.networkPolicy(), (o) => {
      o.spec.ingress[0].from[0].podSelector.matchLabels = { app: text };
    });
    const config = changed(named(made.configMap(), text), (o) => {
      o.data = { [text]: text };
    });
    return reportOf([before, made.ingress(), made.networkPolicy(), named(made.service(), text)], [after, ingress, policy, config]);
  };

  it.each(ATTACKS)('%j', (text) => {
    const report = attacked(text);
    const [terminal = '', markdown = '', , html = ''] = all(report);

    for (const form of [terminal, markdown, html]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(form).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(form).not.toMatch(/^\s*::[a-z-]+.*::|##\[/im);
    }
    const prose = markdown.replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, '');
    expect(prose.replace(/<\/?(?:code|details|summary|br)>/g, '')).not.toMatch(/[<>]|!\[|\]\(|https?:\/\/|www\.|@\w|`(?!waybill)/);
    expect(
      html
        .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')
        .replace(
          /<(?:\/?(?:html|head|body|title|header|main|h1|h2|p|div|details|summary|pre|code|span|button|input|dialog|form|kbd|table|tr|td|th|meta)\b[^<>]*|!doctype html)>/g,
          '',
        ),
    ).not.toMatch(/[<>]/);
    expect(html.match(/<script>/g)).toHaveLength(1);
  });

  it('the fence of a value is longer than any in it', () => {
    const report = reportOf(
      [made.configMap()],
      [
        changed(made.configMap(), (o) => {
          o.data.a = 'x\n```\n````\n<b>';
        }),
      ],
    );

    expect(toMarkdown(report)).toContain('`````diff\n- 1\n+ x\n+ ```\n+ ````\n+ <b>\n`````');
  });

  it('the picture has labels of plain words', () => {
    const text = toMarkdown(attacked('x"] --> y; click n0 "javascript:alert(1)"'));

    const [, picture = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(text) ?? [];
    for (const line of picture.split('\n').filter((one) => one.includes('"')))
      expect(line).toMatch(/^ {2}n\d+(?:\["[\w ./:·()-]+"\](?::::\w+)?| (?:-->|==>|-\.->)\|"[\w ./:·()-]+"\| n\d+)$/);
  });
});

describe('Every form of a change of all of dist', () => {
  it('shows no mark that stands for a secret', () => {
    const dist = readManifests('dist').map(({ object }) => object as Manifest);
    const secret = changed(made.secret(), (o) => {
      o.stringData.a = 'hunter2hunter2';
    });

    for (const form of all(reportOf([...dist, made.secret()], [secret]))) {
      expect(form).not.toContain('hidden:');
      expect(form).not.toContain('hunter2');
    }
  });
});
