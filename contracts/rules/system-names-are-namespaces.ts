import { asDnsLabel } from '../reading/as-dns-label';
import { isDnsLabel } from '../reading/names';
import type { Rule, SystemSubject } from '../rule';

export const systemNamesAreNamespaces: Rule<SystemSubject> = {
  id: 'system-names-are-namespaces',
  promise: 'A system’s name can name its namespace: a DNS label of at most 63 characters that Kubernetes does not keep for itself.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  problems: ({ at, system: { name } }) => {
    const place = { at: `${at === '' ? 'a system' : at}.name` };
    if (name === '') return [{ ...place, found: 'the name is empty', fix: 'give the system a name: todo-chatbot' }];
    if (!isDnsLabel(name)) {
      return [
        {
          ...place,
          found: 'the name is no DNS label: lower-case letters, digits and -, at most 63, with a letter or digit at both ends',
          fix: `call it ${asDnsLabel(name)}`,
        },
      ];
    }
    return name === 'default' || name.startsWith('kube-')
      ? [{ ...place, found: `Kubernetes keeps the namespace ${name} for itself`, fix: 'call the system after what it does' }]
      : [];
  },
};
