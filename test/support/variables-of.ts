import type { Place } from './place';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
/** `Deployment/todo-backend spec.template.spec.containers[backend]` -> its variables by name. */
export const variablesOf = ({ see }: Place, container: string): Readonly<Record<string, Variable | undefined>> =>
  Object.fromEntries((see(`${container}.env`) as readonly Variable[]).map((variable) => [variable.name, variable]));
