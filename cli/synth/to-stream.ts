import { byCodePoint } from '../../contracts/finding';

/**
 * One YAML stream of the files `kubectl apply -f dist` takes. The folders below them are left out: both targets use the same
 * names, so one pipe into kubectl would put production over Minikube.
 */
export const toStream = (files: ReadonlyMap<string, string>): string =>
  [...files]
    .filter(([path]) => !path.includes('/'))
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([, text]) => (text.startsWith('---\n') ? text : `---\n${text}`))
    .join('');
