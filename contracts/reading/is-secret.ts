import { type GivenValue, isSource, type PlainSystem, roleOf } from '../plain';
import { isSecretVariable, variableOf } from './given-to';

/** Whether a value is secret, judged by what it is made of and not by what it says of itself. */
export const isSecret = (system: PlainSystem, value: GivenValue): boolean => {
  if (!isSource(value)) return false;
  if (value.from === 'text') return value.parts.some((part) => isSecret(system, part as GivenValue));
  if (value.from !== 'variable') return value.from === 'secret';
  const variable = variableOf(system, roleOf(system, value) ?? '', value.variable);
  return variable === undefined ? value.secrecy === 'secret' : isSecretVariable(variable);
};
