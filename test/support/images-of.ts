import type { Place } from './place';

interface Pod {
  readonly containers: readonly { readonly image: string }[];
  readonly initContainers?: readonly { readonly image: string }[];
}
/** Every image that the file of a system names. */
export const imagesOf = ({ objects }: Place): readonly string[] =>
  objects.flatMap(({ spec }) => {
    const pod: Pod | undefined = (spec?.jobTemplate?.spec ?? spec)?.template?.spec;
    return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(({ image }) => image);
  });
/** `ghcr.io/yourorg/todo-backend:v1.0.0@sha256:…` -> `v1.0.0`; empty where there is none. */
export const tagOf = (image: string): string => /:([^:/@]+)(@.*)?$/.exec(image)?.[1] ?? '';
