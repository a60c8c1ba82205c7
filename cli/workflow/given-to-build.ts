import type { BuildFact } from '../../contracts/image';
import type { ArgumentValue } from './build-arguments';
import { literal } from './literal';
import type { StepTree } from './tree';

const FACTS: Readonly<Record<BuildFact['atBuild'], string>> = {
  tag: '${{ steps.meta.outputs.version }}',
  time: "${{ fromJSON(steps.meta.outputs.json).labels['org.opencontainers.image.created'] }}",
  commit: '${{ github.sha }}',
  platform: '${{ runner.os }}/${{ runner.arch }}',
};
/** The lines of `build-args`. */
export const argumentLines = (given: Readonly<Record<string, ArgumentValue>>): readonly string[] =>
  Object.entries(given).map(([name, value]) => `${name}=${shown(name, value)}`);
const shown = (name: string, value: ArgumentValue): string =>
  value.from === 'contract' ? literal(value.value) : value.from === 'fact' ? FACTS[value.fact] : `\${{ vars.${name} }}`;
/** An empty argument would be baked in without a word. */
export const givenStep = (given: Readonly<Record<string, ArgumentValue>>): readonly StepTree[] => {
  const names = Object.entries(given).flatMap(([name, { from }]) => (from === 'variable' ? [name] : []));
  return names.length === 0
    ? []
    : [
        {
          name: 'Every build argument has a value',
          env: Object.fromEntries(names.map((name) => [name, `\${{ vars.${name} }}`])),
          run: [
            `for name in ${names.join(' ')}; do`,
            '  if [[ -z ${!name} ]]; then',
            '    echo "::error title=a build argument has no value::set the variable $name of the repository"',
            '    exit 1',
            '  fi',
            'done',
            '',
          ].join('\n'),
        },
      ];
};
