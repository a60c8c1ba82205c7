import type { Schema } from './kubernetes-schemas';

interface CustomResource {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

interface CustomKind {
  /** As an object states it: `group/version/Kind`. */
  readonly kind: string;
  readonly name: string;
  readonly schema: Schema;
}

/** The schemas of a custom resource, closed to unknown fields as the server's strict validation has it. */
export const schemasOfCrd = ({ spec }: CustomResource, metadata: Schema): CustomKind[] =>
  spec.versions.map(({ name, schema }) => {
    const whole = closed(schema.openAPIV3Schema);
    return {
      kind: `${spec.group}/${name}/${spec.names.kind}`,
      name: `${spec.names.kind}.${name}.${spec.group}`,
      schema: { ...whole, properties: { ...(whole.properties as object), metadata } },
    };
  });

const closed = (schema: Schema): Schema => ({
  ...schema,
  ...(schema.items ? { items: closed(schema.items as Schema) } : {}),
  ...(schema.properties ? { additionalProperties: false, properties: closeEach(schema.properties as Record<string, Schema>) } : {}),
});

const closeEach = (properties: Record<string, Schema>) =>
  Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, closed(property)]));
