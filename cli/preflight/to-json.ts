import type { Shown } from './to-text';

export const toJson = ({ target, context, url, parts, milliseconds }: Shown): string =>
  `${JSON.stringify(
    {
      target,
      context,
      server: url,
      milliseconds,
      lacks: parts.flatMap(({ check, system, lacks }) =>
        lacks.map((lack) => ({ check, ...(system === undefined ? {} : { system }), ...lack })),
      ),
      notes: parts.flatMap(({ check, system, notes }) =>
        notes.map((what) => ({ check, ...(system === undefined ? {} : { system }), what })),
      ),
      parts: parts.map(({ check, system, milliseconds: spent }) => ({
        check,
        ...(system === undefined ? {} : { system }),
        milliseconds: spent,
      })),
    },
    undefined,
    2,
  )}\n`;
