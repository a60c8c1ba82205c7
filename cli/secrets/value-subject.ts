import type { SecretUse } from '../../constructs/secret-uses';
import type { PlacedSystem } from '../../contracts/placed';
import type { SecretOrigin } from '../../contracts/secrets';

/** A secret value where a container reads it. What a rule says of it never holds the value or a part of it. */
export interface ValueSubject {
  readonly placed: PlacedSystem;
  readonly use: SecretUse;
  readonly value: string;
  /** What the value is made of, where it is one secret and not composed. */
  readonly origin?: SecretOrigin;
  /** The key of the env file that gives it another value: `JWT_SECRET`. */
  readonly key: string;
  /** The value of another variable of the same container. */
  readonly beside: (variable: string) => string | undefined;
}
export const placeOf = ({ use: { container, variable } }: ValueSubject): string => `${container.at}.env.${variable}`;
