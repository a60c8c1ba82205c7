import { ofKeyword } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

const VOLATILE =
  /^(?:BUILD_DATE|BUILD_TIME(?:STAMP)?|VCS_REF|GIT_(?:COMMIT|SHA|REF|HASH)|COMMIT(?:_SHA|_HASH)?|SOURCE_COMMIT|BUILD_NUMBER|BUILD_ID)$/;

export const volatileArgEarly: CheckRule = {
  id: 'volatile-arg-early',
  class: 'defect',
  level: 'warning',
  promise: 'Arguments that change with every build come after what is dear.',
  why: 'Every RUN after an ARG is run again when its value changes: packages are installed with each commit.',
  fix: 'declare it just before the LABEL',
  source: 'https://docs.docker.com/build/cache/invalidation/',
  problems: ({ stages: { stages } }) =>
    stages.flatMap(({ steps }) =>
      ofKeyword(steps, 'ARG')
        .filter(({ instruction }) => VOLATILE.test(instruction.text.split('=', 1)[0] ?? ''))
        .flatMap((arg) => {
          const install = steps.find(({ instruction, installs }) => instruction.line > arg.instruction.line && installs.length > 0);
          return install === undefined
            ? []
            : [
                {
                  spot: spotIn(arg),
                  found: `${arg.instruction.text.split('=', 1)[0]} changes with every build, and line ${install.instruction.line} installs packages after it`,
                },
              ];
        }),
    ),
};
