import { plainScalar } from './plain-scalar';

/** What makes an object the same as another, read from its text. */
export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** The identity of a document of the plain block style; undefined where more than a glance is needed. */
export const identityOf = (text: string): Identity | undefined => {
  const [apiVersion, kind] = [wordOf(text, 0, 'apiVersion'), wordOf(text, 0, 'kind')];
  // A namespace says what cluster it is for, and a list holds others.
  if (apiVersion === undefined || kind === undefined || kind === 'Namespace' || kind.endsWith('List')) return undefined;
  const start = text.startsWith('metadata:\n') ? 0 : text.indexOf('\nmetadata:\n') + 1;
  const body = start === 0 && !text.startsWith('metadata:\n') ? '' : text.slice(start + 'metadata:\n'.length);
  const block = body.slice(0, /^[^ ]/m.exec(body)?.index ?? body.length);
  const indent = block.search(/[^ ]/);
  const name = indent < 1 ? undefined : wordOf(block, indent, 'name');
  if (name === undefined) return undefined;
  const hasNamespace = block.includes('namespace:');
  const namespace = wordOf(block, indent, 'namespace');
  if (hasNamespace && namespace === undefined) return undefined;
  return { apiVersion, kind, name, namespace: namespace ?? '' };
};

/** The plain text behind a key of this depth; undefined where there is none, or one that is no text. */
const wordOf = (text: string, indent: number, key: string): string | undefined => {
  const start = `\n${' '.repeat(indent)}${key}: `;
  const at = text.startsWith(start.slice(1)) ? 0 : text.indexOf(start) + 1;
  if (at === 0 && !text.startsWith(start.slice(1))) return undefined;
  const newline = text.indexOf('\n', at);
  const word = text.slice(at + start.length - 1, newline === -1 ? text.length : newline);
  return /^[\w./-]+$/.test(word) && typeof plainScalar(word) === 'string' ? word : undefined;
};
