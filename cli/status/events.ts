import { at, type Json, textOf } from '../diff/json';
import type { Snapshot } from './snapshot';

/** The last event with one of these reasons about an object, by its uid. */
export const lastEvent = ({ events }: Snapshot, uids: readonly string[], reasons: RegExp): Json =>
  events
    .filter((event) => uids.includes(textOf(at(event, 'involvedObject', 'uid'))) && reasons.test(textOf(at(event, 'reason'))))
    .toSorted((a, b) => timeOf(b) - timeOf(a))[0];
export const timeOf = (event: Json): number =>
  Math.max(0, ...['lastTimestamp', 'eventTime', 'firstTimestamp'].map((field) => Date.parse(textOf(at(event, field))) || 0));
export const messageIn = (event: Json): string => textOf(at(event, 'message'));
