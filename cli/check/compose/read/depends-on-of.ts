import type { ComposeService, Told } from './compose-service';
import { type Node, valueAt } from './node';
import { told, toldAll } from './told';

export const dependsOnOf = (node: Node): ComposeService['dependsOn'] => {
  const value = valueAt(node, 'depends_on');
  const own = value?.kind !== 'map' ? [] : [...value.entries];
  return new Map([
    // Who shares something of another service waits for it, written or not.
    ...sharedWith(node).map(({ text, at }) => [text, { at, condition: 'service_started', isRequired: true }] as const),
    ...own.map(
      ([name, { at, value: one }]) =>
        [
          name,
          {
            at,
            condition: told(valueAt(one, 'condition'))?.text ?? 'service_started',
            isRequired: told(valueAt(one, 'required'))?.text !== 'false',
          },
        ] as const,
    ),
  ]);
};
const sharedWith = (node: Node): readonly Told[] => [
  ...toldAll(node, 'links').map((link) => ({ ...link, text: link.text.split(':', 1)[0] as string })),
  ...['network_mode', 'ipc', 'pid'].flatMap((key) => {
    const shared = told(valueAt(node, key));
    return shared?.text.startsWith('service:') ? [{ ...shared, text: shared.text.slice('service:'.length) }] : [];
  }),
  ...toldAll(node, 'volumes_from')
    .filter(({ text }) => !text.startsWith('container:'))
    .map((from) => ({ ...from, text: from.text.split(':', 1)[0] as string })),
];
