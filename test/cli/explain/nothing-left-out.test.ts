import * as fc from 'fast-check';
import type { TracedField } from '../../../cli/explain/traced-field';
import { nameOf } from '../../../constructs/in-apply-order';
import { leavesOf } from '../../../constructs/leaves-of';
import { printable } from '../../../contracts/finding';
import { ourSynthesis } from '../../support/our-synthesis';
import { explainOurs } from './explain-ours';

const leaves = leavesOf(ourSynthesis());
const objects = ourSynthesis().systems.flatMap(({ chart: { placed }, manifests }) =>
  manifests.map((manifest) => [placed.name, placed.target.name, nameOf(manifest)] as const),
);

describe('waybill explain leaves nothing out', () => {
  it('as JSON: every leaf of every manifest is there with its value and at least one reason', () => {
    const told = objects.flatMap(([system, target, object]) => {
      const { objects: found } = JSON.parse(explainOurs(system, target, { object, format: 'json' }).out) as {
        readonly objects: readonly { readonly fields: readonly TracedField[] }[];
      };
      return found.flatMap(({ fields }) => fields.map((field) => ({ ...field, system, target, object })));
    });

    const places = ({ system, target, object, path, value }: (typeof told)[number]) => [system, target, object, path, value];
    expect(told.map(places)).toEqual(leaves.map((leaf) => [leaf.system, leaf.target, leaf.object, leaf.path, leaf.value]));
    expect(told.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });

  it('as text: every field has a line, the name of a list’s item in its path, and every line a why', () => {
    for (const [system, target, object] of objects) {
      const { out } = explainOurs(system, target, { object });
      const shown = out.replaceAll('  …', '  spec.template.spec.');
      const paths = leaves
        .filter((leaf) => leaf.system === system && leaf.target === target && leaf.object === object)
        .map(({ path }) => path.replace(/\[\d+\]$/, ''));

      const missing = paths.filter((path) => !shown.includes(`  ${path} `) && !shown.includes(path.replace(/name$/, '')));
      const bare = out.split('\n').filter((line) => /^ {2}\S/.test(line) && line.trim().split(/ {2,}/).length < 3);
      expect({ object, missing, bare }).toEqual({ object, missing: [], bare: [] });
    }
  });
});

describe('A terminal', () => {
  it.each([60, 80, 110, 160])('of %i columns is not overrun by reasons', (width) => {
    const page = { width, bold: (text: string) => text, dim: (text: string) => `<${text}>` };
    const { out } = explainOurs('todo-chatbot', 'production', { object: 'StatefulSet/todo-postgres' }, page);

    const reasons = out.split('\n').filter((line) => line.includes('<'));
    const over = reasons.filter((line) => line.replace(/[<>]/g, '').length > width && line.trim().includes(' '));
    expect(reasons.length).toBeGreaterThan(50);
    expect(over).toEqual([]);
  });

  it('gets no control sequence from a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const { err } = explainOurs('realtime-svg', 'minikube', { object: text });

        expect(err).toEqual(err.map(printable));
      }),
      { numRuns: 20 },
    );
  });
});
