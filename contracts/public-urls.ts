import { answeringForEveryName, type PortRef, type Source } from './references';

export interface PublicUrlRef<K extends string = string> extends Source<`public URL ${K}`, 'plain'> {
  readonly from: 'public URL';
  readonly url: K;
  /** Absent on a reference to a URL that nobody declared. */
  readonly port?: PortRef;
}
/** The ports that people outside reach, by name; each target says under which URL. */
export const publicUrls = <const U extends Readonly<Record<string, PortRef>>>(
  ports: U,
): { readonly [K in keyof U & string]: PublicUrlRef<K> } =>
  answeringForEveryName(Object.keys(ports), (name) => ({
    from: 'public URL',
    of: [`public URL ${name}`],
    secrecy: 'plain',
    url: name,
    port: ports[name],
  })) as unknown as { readonly [K in keyof U & string]: PublicUrlRef<K> };
