/** A Secret as `kubectl create` takes it. What is plain text stands in `stringData`, all else in `data`. */
export interface SecretManifest {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
  readonly type: 'Opaque' | 'kubernetes.io/basic-auth' | 'kubernetes.io/dockerconfigjson';
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
}
