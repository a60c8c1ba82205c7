import type { TracedObject } from './trace-object';
import type { TracedField } from './traced-field';
import type { Where } from './where';

/** The same for programs, and nothing left out. */
export const toJson = (where: Where, objects: readonly TracedObject[], { fields }: { readonly fields: boolean }): string =>
  `${JSON.stringify({ ...where, objects: objects.map((one) => ({ name: one.name, exists: one.exists, ...(fields ? { fields: one.fields.map(toField) } : {}) })) }, undefined, 2)}\n`;

const toField = ({ path, value, reasons, clauses }: TracedField) => ({
  path,
  value,
  reasons,
  clauses: clauses.map(({ id, document, section, says }) => ({ id, document, section, says })),
});
