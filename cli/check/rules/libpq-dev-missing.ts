import { type CheckRule, spotIn } from '../rule';

export const libpqDevMissing: CheckRule = {
  id: 'libpq-dev-missing',
  class: 'defect',
  level: 'problem',
  promise: 'What compiles psycopg2 has libpq-dev.',
  why: '"pg_config executable not found": the build ends.',
  fix: 'install libpq-dev in that stage, or require psycopg2-binary',
  source: 'https://www.psycopg.org/docs/install.html#build-prerequisites',
  problems: ({ context, stages: { stages } }) => {
    const requirements = context?.read('requirements.txt');
    if (requirements === undefined || !/^psycopg2(?![-\w])/m.test(requirements)) return [];
    return stages.flatMap(({ chain, steps, root = '' }) => {
      const step = steps.find(({ installs }) =>
        installs.some(({ manager, words }) => manager === 'pip' && words.includes('requirements.txt')),
      );
      const has = chain.some(({ installs }) =>
        installs.some(({ packages }) =>
          packages.some((name) => /^(?:libpq-dev|postgresql-dev|libpq|postgresql-libs|postgresql\d*-dev)$/.test(name)),
        ),
      );
      return step === undefined || has || !/slim|alpine/.test(root)
        ? []
        : [{ spot: spotIn(step), found: 'psycopg2 is compiled here and needs pg_config of libpq-dev' }];
    });
  },
};
