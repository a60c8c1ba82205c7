import type { KubeObject } from '../support/read-manifests';

/** How a judge names an object: `Deployment todo-chatbot/todo-backend`. */
export const labelOf = ({ kind, metadata }: KubeObject): string =>
  `${kind} ${[metadata?.namespace, metadata?.name ?? '(no name)'].filter(Boolean).join('/')}`;
