import { synthesize } from '../../constructs/synthesize';
import type { Target } from '../../contracts';
import { systems } from '../../systems';
import { targetCalled, versionsOf } from '../support/synthesized';

const production = targetCalled('production');
type Patch = NonNullable<Target['systems'][number]['settings']['patches']>[number];
const patchedWith = (patch: Patch) =>
  synthesize(
    systems,
    [
      {
        ...production,
        systems: production.systems.map((one) =>
          one.system === 'todo-chatbot' ? { ...one, settings: { ...one.settings, patches: [patch] } } : one,
        ),
      },
    ],
    versionsOf(production),
  );
const because = 'uploads of 8 MB pass the proxy';

describe('A patch changes one field of one object, by hand and with a reason', () => {
  it('adds a field that the language cannot say', () => {
    const { files, findings } = patchedWith({
      object: 'Ingress/todo-backend',
      at: '/metadata/annotations',
      value: { 'proxy/body-size': '8m' },
      because,
    });

    expect(findings).toEqual([]);
    expect(files.get('production/todo-chatbot.k8s.yaml')).toContain('proxy/body-size: 8m');
  });
  it('removes one where it gives no value', () => {
    const { files } = patchedWith({ object: 'Ingress/todo-backend', at: '/spec/tls', value: undefined, because });

    expect(files.get('production/todo-chatbot.k8s.yaml')).not.toContain('todo-backend-tls');
  });
  it('is a finding when the object is not there, and names those that are', () => {
    const { files, findings } = patchedWith({ object: 'Ingress/todo-api', at: '/spec/tls', value: undefined, because });

    expect(findings).toEqual([
      {
        at: 'production.todo-chatbot.patches[0].object',
        found: 'there is no Ingress/todo-api',
        fix: expect.stringContaining('Ingress/todo-backend, Ingress/todo-frontend'),
        rule: 'patches-hit-something',
      },
    ]);
    expect(files.size).toBe(0);
  });
  it('is a finding when its path leads nowhere', () => {
    const { findings } = patchedWith({ object: 'Ingress/todo-backend', at: '/spec/nothing/here', value: 1, because });

    expect(findings).toEqual([expect.objectContaining({ at: 'production.todo-chatbot.patches[0].at', rule: 'patches-hit-something' })]);
  });
});
