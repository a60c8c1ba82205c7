import type { Manifest } from '../../constructs/in-apply-order';
import { findFields } from '../explain/find-fields';
import { traceObject } from '../explain/trace-object';
import type { Setting } from './setting';

const FEW = 2;

/** What the document says of fields of a manifest: `001: “GET /readyz returns 200.” [todo-chatbot.backend.readiness-path]`. */
export const contractWords = ({ made, targets, register }: Setting, manifest: Manifest, path: string): readonly string[] => {
  const { fields } = traceObject(made, manifest, targets, register);
  const clauses = new Map(findFields(fields, path).flatMap((field) => field.clauses.map((clause) => [clause.id, clause] as const)));
  return [...clauses.values()].slice(0, FEW).map(({ document, says, id }) => `${document}: “${says}” [${id}]`);
};
