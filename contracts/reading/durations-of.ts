import type { PlainContract } from '../plain';
import { checksOf } from './checks-of';
import { flatMap } from './flat-map';

/** Every duration of a contract, with its place below the contract. */
export const durationsOf = ({
  process,
  health,
  ports = {},
}: PlainContract): readonly { readonly at: string; readonly duration: string }[] =>
  flatMap(
    [
      { at: 'process.stopsWithin', duration: process.stopsWithin },
      { at: 'health.startsWithin', duration: health.startsWithin },
      ...flatMap(checksOf(health), ({ at, check }) => [
        { at: `${at}.timing.every`, duration: check.timing?.every },
        { at: `${at}.timing.within`, duration: check.timing?.within },
      ]),
      ...(['interval', 'timeout', 'startPeriod'] as const).map((key) => ({
        at: `health.healthcheck.${key}`,
        duration: health.healthcheck?.[key],
      })),
      ...Object.entries(ports).map(([name, { lasts }]) => ({ at: `ports.${name}.lasts`, duration: lasts })),
    ],
    ({ at, duration }) => (duration === undefined ? [] : [{ at, duration }]),
  );
