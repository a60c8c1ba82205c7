import { randomBytes } from 'node:crypto';
import type { KubeObject } from '../../support/read-manifests';

const password = () => randomBytes(24).toString('hex');
const EXTERNAL = 'postgresql://user:password@db.example.com:5432/db?sslmode=require';

/** A value for every secret key that the manifests of one system refer to. */
export const secretsFor = (manifests: readonly KubeObject[]): KubeObject[] => {
  const postgres = password();
  const databaseUrl: Record<string, string> = { 'todo-chatbot': `postgresql://todo_user:${postgres}@todo-postgres:5432/todo_db` };
  const newValue = (namespace: string, key: string): string => {
    if (key === 'POSTGRES_PASSWORD') return postgres;
    if (key === 'DATABASE_URL') return databaseUrl[namespace] ?? EXTERNAL;
    return key === 'JWT_ALGORITHM' ? 'HS256' : password();
  };
  const secrets = new Map<string, KubeObject>();
  for (const { namespace, name, key } of manifests.flatMap(secretKeysOf)) {
    const secret = secrets.get(name) ?? { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData: {} };
    secret.stringData[key] ??= newValue(namespace, key);
    secrets.set(name, secret);
  }
  return [...secrets.values()];
};

const secretKeysOf = ({ metadata, spec }: KubeObject): { namespace: string; name: string; key: string }[] => {
  const pod = spec?.template?.spec;
  const containers = [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])];
  return containers
    .flatMap(({ env = [] }) => env)
    .filter(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined)
    .map(({ valueFrom }) => ({ namespace: metadata?.namespace ?? '', ...valueFrom.secretKeyRef }))
    .filter(({ optional }) => !optional);
};
