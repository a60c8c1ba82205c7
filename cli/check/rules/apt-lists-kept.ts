import { type CheckRule, finalSteps, spotIn } from '../rule';

export const aptListsKept: CheckRule = {
  id: 'apt-lists-kept',
  class: 'defect',
  level: 'warning',
  promise: 'The layer that installs packages removes their lists, in what ships.',
  why: 'A later layer cannot make this one smaller; some 20 to 40 MB go with every image.',
  fix: '&& rm -rf /var/lib/apt/lists/* in the same RUN',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3009',
  problems: (subject) =>
    finalSteps(subject).flatMap((step) => {
      const { instruction, installs } = step;
      const isMounted = instruction.flags.some(
        ({ name, value }) => name === 'mount' && /\/var\/lib\/apt|\/var\/cache\/apt/.test(value ?? ''),
      );
      const text = [instruction.text, ...(instruction.json ?? []), ...instruction.heredocs.map(({ content }) => content)].join('\n');
      return installs.some(({ manager }) => manager === 'apt') &&
        !isMounted &&
        /apt(?:-get)?\s+(?:-\S+\s+)*update/.test(text) &&
        !/(?:\/var\/lib\/apt|\/var\/lib\/?(?:\s|$)|\/var\/\*|\{[^}]*apt)/.test(text)
        ? [{ spot: spotIn(step), found: 'the package lists stay in this layer' }]
        : [];
    }),
};
