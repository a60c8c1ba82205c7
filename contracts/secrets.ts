import { answeringForEveryName, type Source } from './references';

/** Where a secret's value comes from. There is no field for the value itself. */
export type SecretOrigin =
  /** The system's own: made once by `waybill secrets`, from letters and digits only, so that it is safe in a URL. */
  | { readonly origin: 'generated'; readonly description: string /** Characters. */; readonly length: number }
  /** A third party's key or address: read from an env file under the variable's name. */
  | { readonly origin: 'from the owner'; readonly description: string; readonly example?: string };

export const generated = (description: string, { length = 32 }: { readonly length?: number } = {}): SecretOrigin => ({
  origin: 'generated',
  description,
  length,
});
export const fromOwner = (description: string, { example }: { readonly example?: string } = {}): SecretOrigin => ({
  origin: 'from the owner',
  description,
  ...(example === undefined ? {} : { example }),
});

export interface SecretRef<K extends string = string> extends Source<`secret ${K}`, 'secret'> {
  readonly from: 'secret';
  readonly secret: K;
  /** Absent on a reference to a secret that nobody declared. */
  readonly is?: SecretOrigin;
}
/** The secrets of a system, by name: `secrets({ jwt: generated('Signs tokens') })`. */
export const secrets = <const S extends Readonly<Record<string, SecretOrigin>>>(
  origins: S,
): { readonly [K in keyof S & string]: SecretRef<K> } =>
  answeringForEveryName(Object.keys(origins), (name) => ({
    from: 'secret',
    of: [`secret ${name}`],
    secrecy: 'secret',
    secret: name,
    is: origins[name],
  })) as unknown as { readonly [K in keyof S & string]: SecretRef<K> };
