import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const patchesSayWhatAndWhy: Rule<PlacedSubject> = {
  id: 'patches-say-what-and-why',
  promise: 'A patch names one object, one field of it by a JSON pointer that no other patch names, and a reason.',
  source: 'https://www.rfc-editor.org/rfc/rfc6901',
  problems: ({ at, settings: { patches = [] } }) =>
    flatMap(patches, (patch, index): readonly Problem[] => {
      const place = `${at}.patches[${index}]`;
      const twin = patches.findIndex((other) => other.object === patch.object && other.at === patch.at);
      return [
        ...(OBJECT.test(patch.object)
          ? []
          : [
              {
                at: `${place}.object`,
                found: `${quote(patch.object)} names no object`,
                fix: 'write its kind and name: Deployment/todo-backend',
              },
            ]),
        ...(POINTER.test(patch.at)
          ? []
          : [{ at: `${place}.at`, found: `${quote(patch.at)} is no JSON pointer`, fix: 'write the way to the field: /spec/replicas' }]),
        ...(patch.because.trim() !== ''
          ? []
          : [{ at: `${place}.because`, found: 'the patch has no reason', fix: 'say why the language cannot say it' }]),
        ...(twin < index ? [{ at: `${place}.at`, found: `patches[${twin}] changes the same field`, fix: 'remove one of the two' }] : []),
      ];
    }),
};
const OBJECT = /^[A-Z][A-Za-z]*\/[a-z0-9][a-z0-9.-]*$/;
const POINTER = /^(\/([^~/]|~[01])*)+$/;
