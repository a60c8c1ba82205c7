import { allSteps, type CheckRule, spotIn } from '../rule';

export const nextStandaloneMissing: CheckRule = {
  id: 'next-standalone-missing',
  class: 'defect',
  level: 'problem',
  promise: '.next/standalone is copied where Next.js is told to make it.',
  why: 'COPY ends with "not found".',
  fix: "output: 'standalone' in next.config",
  source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',
  problems: (subject) => {
    const { context } = subject;
    const config = context?.paths.find((path) => /^next\.config\.(?:js|mjs|cjs|ts)$/.test(path));
    const text = config === undefined ? undefined : context?.read(config);
    if (text === undefined || /output\s*:\s*[^,}]*standalone/.test(text)) return [];
    return allSteps(subject).flatMap((step) =>
      (step.copy?.sources ?? [])
        .filter((source) => /\.next\/standalone\/?$/.test(source))
        .map((source) => ({ spot: spotIn(step, source), found: `${config} has no output: 'standalone', so ${source} is not made` })),
    );
  },
};
