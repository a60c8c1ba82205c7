import { Document, isMap, isScalar } from 'yaml';
import type { SecretManifest } from './secret-manifest';

/** Values in quotes, on one line, as JSON writes them: nothing is a number, a boolean or folded, whoever reads it. */
export const toYaml = (manifests: readonly SecretManifest[]): string =>
  manifests
    .map((manifest) => {
      const document = new Document(manifest, { version: '1.1', aliasDuplicateObjects: false });
      const values = document.get('stringData');
      for (const { value } of isMap(values) ? values.items : []) if (isScalar(value)) value.type = 'QUOTE_DOUBLE';
      return `---\n${document.toString({ directives: false, lineWidth: 0, doubleQuotedAsJSON: true })}`;
    })
    .join('');
