import type { Finding } from './finding';
import { contractPlace, settingsPlace } from './shape/place-of';
import { shapeFindings } from './shape/shape-findings';
import { system } from './shape/system-shape';
import { target, versions } from './shape/target-shape';

/** Whether the data is a system at all, whatever it says. */
export const systemShapeFindings = (data: unknown, index: number): readonly Finding[] =>
  shapeFindings(system, data, nameOf(data) ?? `systems[${index}]`, contractPlace);
export const targetShapeFindings = (data: unknown, index: number): readonly Finding[] =>
  shapeFindings(target, data, nameOf(data) ?? `targets[${index}]`, settingsPlace);
export const versionsShapeFindings = (data: unknown): readonly Finding[] => shapeFindings(versions, data, 'versions.json');

const nameOf = (data: unknown): string | undefined => {
  const name = typeof data === 'object' && data !== null ? Object.getOwnPropertyDescriptor(data, 'name')?.value : undefined;
  return typeof name === 'string' && name !== '' ? shortened(name) : undefined;
};
const LONGEST = 64;
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);
