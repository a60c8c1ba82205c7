import type { CheckFinding } from '../check-finding';

/** Everything, for programs. */
export const toJson = (findings: readonly CheckFinding[], checked: number): string =>
  `${JSON.stringify({ version: 1, checked, findings }, null, 2)}\n`;
