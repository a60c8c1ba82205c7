import type { Row } from './rows';

/** The values of the chart: the rows, with both ends of each call written out as a chart's author would. */
export const toValues = (rows: readonly Row[]): object => {
  const byName = new Map(rows.map((row) => [row.name, row]));
  const callers = new Map<string, string[]>();
  for (const { name, calls } of rows) if (calls !== undefined) callers.set(calls, [...(callers.get(calls) ?? []), name]);
  return {
    registry: 'registry.example.com',
    systems: [...new Set(rows.map(({ system }) => system))].map((system) => ({ system })),
    services: rows.map(({ calls, ...row }) => ({
      ...row,
      callers: callers.get(row.name) ?? [],
      ...(calls === undefined ? {} : { upstream: { name: calls, port: byName.get(calls)?.port } }),
    })),
  };
};
