import { type CheckRule, spotIn } from '../rule';

export const mountPathUnderWorkdir: CheckRule = {
  id: 'mount-path-under-workdir',
  class: 'contradicts',
  level: 'problem',
  promise: 'What the contract mounts is where the program looks.',
  why: 'A mount beside the real folder is never used, and the real one is read-only.',
  fix: 'mount it below the working folder',
  source: 'the contract',
  problems: ({ final, promised }) => {
    if (final?.workdir === undefined || final.workdir === '/') return [];
    const { workdir } = final;
    return Object.values(promised?.contract.volumes ?? {}).flatMap(({ path }) => {
      const top = `${workdir}/${path.split('/')[1]}`;
      const step = path.startsWith('/.') ? final.chain.find(({ copy }) => copy?.destination?.startsWith(top)) : undefined;
      return step === undefined
        ? []
        : [{ spot: spotIn(step), found: `the contract mounts ${path}, and the image has ${top}`, fix: `mount ${workdir}${path}` }];
    });
  },
};
