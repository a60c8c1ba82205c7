import { asDnsLabel } from '../reading/as-dns-label';
import { flatMap } from '../reading/flat-map';
import { isDnsLabel } from '../reading/names';
import { quote } from '../reading/quote';
import type { AllSubject, Problem, Rule } from '../rule';

export const targetNamesArePlain: Rule<AllSubject> = {
  id: 'target-names-are-plain',
  promise: 'A target’s name is a DNS label, which its namespaces carry; its folder is one plain name below the output folder.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  problems: ({ targets }) =>
    flatMap(targets, ({ name, folder }): readonly Problem[] => {
      const at = name === '' ? 'a target' : name;
      return [
        ...(isDnsLabel(name) ? [] : [{ at: `${at}.name`, found: `${quote(name)} is no DNS label`, fix: `call it ${asDnsLabel(name)}` }]),
        ...(folder === '' || FOLDER.test(folder)
          ? []
          : [
              {
                at: `${at}.folder`,
                found: `${quote(folder)} is not one plain name below the output folder`,
                fix: `write letters, digits, - and _ only: ${asDnsLabel(folder)}`,
              },
            ]),
      ];
    }),
};
const FOLDER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
