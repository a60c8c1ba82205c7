import { didYouMean } from '../reading/did-you-mean';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const stagesAreNamed: Rule<ContractSubject> = {
  id: 'stages-are-named',
  promise: 'A build has stages, each with a name of its own, and the last one copies from earlier ones only.',
  source: 'https://docs.docker.com/build/building/multi-stage/#name-your-build-stages',
  problems: ({ at, contract: { image } }) => {
    if (image.kind === 'published') return [];
    const { stages, copies } = image.build;
    const place = `${at}.image.build`;
    const names = stages.map(({ name }) => name);
    const earlier = names.slice(0, -1);
    return [
      ...(stages.length > 0
        ? []
        : [{ at: `${place}.stages`, found: 'there is no stage', fix: 'list the stages in order; the last one ships' }]),
      ...flatMap(names, (name, index) => {
        const here = { at: `${place}.stages[${index}].name` };
        if (!NAME.test(name))
          return [{ ...here, found: `${quote(name)} names no stage`, fix: 'write a lower-case letter, then letters, digits, ., _ or -' }];
        return names.indexOf(name) === index
          ? []
          : [{ ...here, found: `an earlier stage is called ${name} as well`, fix: 'call one of the two something else' }];
      }),
      ...flatMap(copies, ({ stage }, index) =>
        stage === undefined || earlier.includes(stage)
          ? []
          : [
              {
                at: `${place}.copies[${index}].stage`,
                found: `no earlier stage is called ${quote(stage)}`,
                fix: didYouMean(stage, earlier, 'leave it out, to copy from the build context'),
              },
            ],
      ),
    ];
  },
};
/** BuildKit compares them in lower case. */
const NAME = /^[a-z][a-z0-9._-]*$/;
