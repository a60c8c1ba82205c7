/**
 * `set by image` is an ENV of the Dockerfile that nobody gives anything; `at build` is baked in by the build argument of the same
 * name and never set at run time.
 */
export type Need = 'required' | 'optional' | 'required secret' | 'optional secret' | 'set by image' | 'at build';

/** A row of the document's table of environment variables. */
export interface Variable<N extends Need = Need, Values extends string = string> {
  readonly need: N;
  readonly description: string;
  readonly default?: Values;
  /** The values the document allows; absent: any. */
  readonly oneOf?: readonly Values[];
  readonly example?: string;
  /** Characters. */
  readonly minLength?: number;
  /** `configuration`: kept beside the container and read by key, as the document's Source column demands. */
  readonly source?: 'configuration';
  /** The same value is also a build argument of the same name, because the build inlines it. */
  readonly alsoAtBuild?: true;
}
type Details<V extends string> = Pick<Variable<Need, V>, 'oneOf' | 'example' | 'source' | 'alsoAtBuild'>;
type SecretDetails = Pick<Variable, 'minLength' | 'example'>;

/** The system gives it, also where the document names a default. */
export const required = <const V extends string = string>(
  description: string,
  details: Details<V> & { readonly default?: NoInfer<V> } = {},
): Variable<'required', V> => ({
  need: 'required',
  description,
  ...details,
});
/** The default is the document's; a system or a target may give another. `null`: it may stay unset. */
export const optional = <const V extends string = string>(
  fallback: NoInfer<V> | null,
  description: string,
  details: Details<V> = {},
): Variable<'optional', V> => ({ need: 'optional', description, ...(fallback === null ? {} : { default: fallback }), ...details });
/** Has no default and takes no literal. */
export const requiredSecret = (description: string, details: SecretDetails = {}): Variable<'required secret'> => ({
  need: 'required secret',
  description,
  ...details,
});
export const optionalSecret = (description: string, details: SecretDetails = {}): Variable<'optional secret'> => ({
  need: 'optional secret',
  description,
  ...details,
});
export const setByImage = (value: string, description: string): Variable<'set by image'> => ({
  need: 'set by image',
  description,
  default: value,
});
export const atBuild = (description: string, details: { readonly example?: string } = {}): Variable<'at build'> => ({
  need: 'at build',
  description,
  ...details,
});
