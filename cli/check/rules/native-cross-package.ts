import { allSteps, type CheckRule, spotIn } from '../rule';

const OLDER = /bookworm|bullseye|buster|^(?:docker\.io\/)?(?:library\/)?debian:1[0-2]\b/;

export const nativeCrossPackage: CheckRule = {
  id: 'native-cross-package',
  class: 'defect',
  level: 'problem',
  promise: 'The cross compiler of a platform is not installed on that platform.',
  why: 'Debian has no compiler from amd64 to amd64: "has no installation candidate", on every amd64 builder.',
  fix: 'install it only where $BUILDPLATFORM is another',
  source: 'https://packages.debian.org/bookworm/gcc-x86-64-linux-gnu',
  problems: (subject) =>
    allSteps(subject).flatMap((step) =>
      // Later releases of Debian have one under the name of each platform, its own included.
      (OLDER.test(step.stage.root ?? step.stage.rootBase) ? step.installs : []).flatMap(({ manager, packages, command: { isCertain } }) =>
        manager === 'apt' && isCertain && packages.includes('gcc-x86-64-linux-gnu')
          ? [{ spot: spotIn(step, 'gcc-x86-64-linux-gnu'), found: 'an amd64 builder has no gcc-x86-64-linux-gnu to install' }]
          : [],
      ),
    ),
};
