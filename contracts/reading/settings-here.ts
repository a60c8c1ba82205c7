import type { PlainSettings, PlainTarget } from '../plain';
import { onceFor } from './once-for';

const NONE: PlainSettings = {};
/** What a system has of its own at a target. */
export const settingsHere = ({ systems }: PlainTarget, system: string): PlainSettings => bySystem(systems).get(system) ?? NONE;
/** Of two for one system, which is a finding, the first holds. */
const bySystem = onceFor(
  (systems: PlainTarget['systems']) => new Map(systems.map((one) => [one.system, one.settings] as const).toReversed()),
);
