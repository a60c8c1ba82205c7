import type { Target } from '../contracts';
import { minikube } from './minikube';
import { production } from './production';

export { default as versions } from './versions.json';

export const targets: readonly Target[] = [minikube, production];
