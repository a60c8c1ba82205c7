import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { SecretManifest } from '../../../cli/secrets/secret-manifest';
import { toYaml } from '../../../cli/secrets/to-yaml';
import { makeWith, valueIn } from './make-with';
import { placedAt } from './placed-at';

const todo = placedAt('todo-chatbot', 'minikube');
/** As kubectl reads YAML (1.1), and as most others do. */
const readBack = (text: string, version: '1.1' | '1.2') =>
  [...parseAllDocuments(text, { version })].map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS() as SecretManifest;
  });
const survives = (password: string) => {
  const made = makeWith(todo, { POSTGRES_PASSWORD: password });
  for (const version of ['1.1', '1.2'] as const) {
    const manifests = readBack(toYaml(made.manifests), version);
    expect(valueIn({ ...made, manifests }, 'todo-postgres-secrets', 'POSTGRES_PASSWORD')).toEqual(password);
  }
};

describe('The YAML of Secrets', () => {
  it.each([
    'yes',
    'no',
    'null',
    '~',
    '0o17',
    '017',
    '1_000',
    '1e3',
    '12:30:45',
    '<<',
    '=',
    '2001-01-01',
    '!!binary x',
    '*a',
    '- a',
    'a: b',
    '{{a}}',
  ])('keeps the text %j a text', survives);

  it.each([
    'a\nb\n',
    '\n',
    ' a ',
    '"',
    "'",
    '\\',
    '\\n',
    '$HOME',
    '$(X)',
    '\t',
    '\u0085',
    '\u2028',
    '\u007f',
    'ü',
    '😀',
    '-----BEGIN X-----\nMII=\n-----END X-----\n',
  ])('keeps %j exactly', survives);

  it('keeps any value exactly', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), survives));
  });

  it('reads as one document a Secret, values in quotes', () => {
    const { manifests } = makeWith(placedAt('todo-chatbot', 'minikube'), { POSTGRES_PASSWORD: 'kept' });

    expect(toYaml(manifests.slice(2))).toEqual(`---
apiVersion: v1
kind: Secret
metadata:
  name: todo-postgres-secrets
  namespace: todo-chatbot
  labels:
    app.kubernetes.io/component: postgres
    app.kubernetes.io/instance: todo-chatbot
    app.kubernetes.io/managed-by: waybill
    app.kubernetes.io/name: todo-postgres
    app.kubernetes.io/part-of: todo-chatbot
type: Opaque
stringData:
  POSTGRES_PASSWORD: "kept"
`);
  });
});
