import { withoutHidden } from '../consequences/shown';
import type { Json } from '../json';
import type { KubeObject } from '../read/kube-object';
import type { Edit, Report } from '../report/report';

/** Grows when a field changes its meaning; docs/diff.schema.json describes it. */
export const JSON_VERSION = 1;

/** The report for programs. */
export const toJson = (report: Report): string => {
  const { base, head, versions, counts, consequences, rows, shared, sections, capacities, commands, problems, comparison } = report;
  return `${JSON.stringify(
    {
      version: JSON_VERSION,
      base,
      head,
      kubernetes: versions,
      counts,
      consequences: consequences.map(({ object, ...one }) => ({ ...one, object: named(object) })),
      rows: rows.map(({ where, ...row }) => ({ ...row, where: where.map(named) })),
      sharedEdits: shared.map((edit) => ({ ...edited(edit), where: edit.where.map(named) })),
      objects: sections.map(({ pair, state, edits }) => ({
        object: named(pair.object),
        state,
        ...(pair.takesOver === undefined ? {} : { takesOver: named(pair.takesOver) }),
        edits: edits.map(edited),
      })),
      moved: comparison.moved.map(({ object, from }) => ({ object: named(object), from, to: object.file })),
      capacities,
      leftBehind: commands,
      problems,
    },
    null,
    2,
  )}\n`;
};
const named = ({ group, version, kind, namespace, name, place, file, line }: KubeObject) => ({
  group,
  version,
  kind,
  namespace,
  name,
  place,
  file,
  line,
});
const edited = ({ change: { op, before, after }, path, reason }: Edit) => ({
  op,
  path,
  ...(before === undefined ? {} : { before: withoutHidden(before) as Json }),
  ...(after === undefined ? {} : { after: withoutHidden(after) as Json }),
  ...(reason === undefined ? {} : { reason }),
});
