import { flagOf } from './instruction';
import { jsonForm } from './json-form';
import { lastOf, type Stage, type Step } from './stage';

export interface HealthcheckOf {
  readonly step: Step;
  readonly interval?: string;
  readonly timeout?: string;
  readonly startPeriod?: string;
  readonly retries?: string;
  /** As written behind CMD; of the exec form its words with spaces between. */
  readonly command: string;
  readonly words?: readonly string[];
}
/** The HEALTHCHECK that holds; undefined: none, or NONE. */
export const healthcheckOf = (stage: Stage): HealthcheckOf | undefined => {
  const step = lastOf(stage, 'HEALTHCHECK');
  if (step === undefined || !/^CMD\b/i.test(step.instruction.text)) return undefined;
  const written = step.instruction.text.slice(3).trim();
  const words = jsonForm(written);
  const flag = <K extends string>(key: K, name: string): Partial<Record<K, string>> => {
    const value = flagOf(step.instruction, name);
    return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
  };
  return {
    step,
    ...flag('interval', 'interval'),
    ...flag('timeout', 'timeout'),
    ...flag('startPeriod', 'start-period'),
    ...flag('retries', 'retries'),
    command: words === undefined ? written : words.join(' '),
    ...(words === undefined ? {} : { words }),
  };
};
