import { reasonsOf } from '../../constructs/reasons-of';
import { synthesize } from '../../constructs/synthesize';
import type { Target } from '../../contracts';
import { systems } from '../../systems';
import { ourSynthesis } from '../support/our-synthesis';
import { targetCalled, versionsOf } from '../support/synthesized';

const production = targetCalled('production');
type Patches = NonNullable<Target['systems'][number]['settings']['patches']>;

/** The fields of the backend's Deployment as `path value <- reasons`. */
const fieldsWith = (patches: Patches): readonly string[] => {
  const target = {
    ...production,
    systems: production.systems.map((one) => (one.system === 'todo-chatbot' ? { ...one, settings: { ...one.settings, patches } } : one)),
  };
  const made = synthesize(systems, [target], versionsOf(target)).systems.find(({ chart }) => chart.placed.name === 'todo-chatbot');
  const manifest = made?.manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'todo-backend');
  const emission = made?.emissions.get('Deployment/todo-backend');
  if (manifest === undefined || emission === undefined) throw new Error('there is no Deployment/todo-backend');
  return reasonsOf(manifest, emission).map(
    ({ path, value, reasons }) =>
      `${path} ${JSON.stringify(value)} <- ${reasons.map((why) => (typeof why === 'string' ? why : why.rule)).join(', ')}`,
  );
};
const patch = (at: `/${string}`, value: unknown) => ({ object: 'Deployment/todo-backend', at, value, because: 'a test' }) as const;

describe('The reasons of a manifest', () => {
  it('are none for a field that nobody explained, so that it is found', () => {
    const [made] = ourSynthesis().systems;
    const [manifest] = made?.manifests ?? [];
    const emission = made?.emissions.get('Namespace/todo-chatbot');
    if (manifest === undefined || emission === undefined) throw new Error('there is no Namespace/todo-chatbot');

    const unexplained = reasonsOf({ ...manifest, spec: { finalizers: ['kubernetes'] } }, emission).filter(
      ({ reasons }) => reasons.length === 0,
    );

    expect(unexplained).toEqual([{ path: 'spec.finalizers[0]', value: 'kubernetes', reasons: [] }]);
  });
  it('name list items by their name, keys with a dot in brackets, and the place in the author’s data', () => {
    expect(fieldsWith([])).toEqual(
      expect.arrayContaining([
        'kind "Deployment" <- copies-alike',
        'metadata.labels[app.kubernetes.io/part-of] "todo-chatbot" <- todo-chatbot.name, recommended-labels',
        'spec.template.spec.containers[backend].ports[http].containerPort 8000 <- todo-chatbot.backend.ports.http.number',
        'spec.template.spec.containers[backend].securityContext.capabilities.drop[0] "ALL" <- drop-capabilities',
      ]),
    );
  });
  it('are those of the patch where one put the field there', () => {
    expect(
      fieldsWith([patch('/spec/replicas', 5), patch('/spec/template/spec/dnsConfig', { options: [{ name: 'ndots', value: '1' }] })]),
    ).toEqual(
      expect.arrayContaining([
        'spec.replicas 5 <- production.todo-chatbot.patches[0]',
        'spec.template.spec.dnsConfig.options[ndots].value "1" <- production.todo-chatbot.patches[1]',
      ]),
    );
  });
  it('stay with their fields when a patch puts an item in front of them', () => {
    const before = fieldsWith([]).filter((field) => field.includes('env[LOG_LEVEL]'));
    const after = fieldsWith([patch('/spec/template/spec/containers/0/env/0', { name: 'FIRST', value: '1' })]);

    expect(before).toHaveLength(2);
    expect(after).toEqual(
      expect.arrayContaining([
        ...before,
        'spec.template.spec.containers[backend].env[FIRST].value "1" <- production.todo-chatbot.patches[0]',
      ]),
    );
  });
  it('go with a field that a patch removes', () => {
    expect(fieldsWith([patch('/spec/revisionHistoryLimit', undefined)]).filter((field) => field.includes('revisionHistoryLimit'))).toEqual(
      [],
    );
  });
});
