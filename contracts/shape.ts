import type { Finding } from './finding';

// Replaced by the real shapes.
export const systemShapeFindings = (_system: unknown, _index: number): readonly Finding[] => [];
export const targetShapeFindings = (_target: unknown, _index: number): readonly Finding[] => [];
export const versionsShapeFindings = (_versions: unknown): readonly Finding[] => [];
