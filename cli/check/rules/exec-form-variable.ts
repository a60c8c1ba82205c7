import { usesIn } from '../dockerfile/expand';
import { lastOf } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const execFormVariable: CheckRule = {
  id: 'exec-form-variable',
  class: 'defect',
  level: 'problem',
  promise: 'The exec form of CMD and ENTRYPOINT holds no variables.',
  why: 'No shell reads it: a file called ${NAME} is looked for, exit 127.',
  fix: 'write the value, or ["sh", "-c", "exec …"]',
  source: 'https://docs.docker.com/reference/dockerfile/#exec-form',
  problems: ({ final }) => {
    if (final === undefined) return [];
    const isShell = (words: readonly string[] | undefined) =>
      /(?:^|\/)(?:ba|da|a|z)?sh$/.test(words?.[0] ?? '') || words?.[0] === 'cmd' || words?.[0] === 'powershell';
    const entry = lastOf(final, 'ENTRYPOINT');
    return ['ENTRYPOINT', 'CMD'].flatMap((keyword) => {
      const step = lastOf(final, keyword);
      const words = step?.instruction.json;
      if (step === undefined || words === undefined || isShell(words) || (keyword === 'CMD' && isShell(entry?.instruction.json))) return [];
      // Only a name that the file sets: a program may read others in its own way.
      return words
        .flatMap((word) =>
          usesIn(word, '\\', 'no quotes')
            .filter(({ name }) => step.variables.has(name))
            .map(({ name }) => ({
              spot: spotIn(step, word),
              found: `${word} stays as it is: ${keyword} in exec form expands no $${name}`,
            })),
        )
        .slice(0, 1);
    });
  },
};
