import { canBe, knownText } from '../read/parts';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

export const latestIsNotPushed: WorkflowRule = {
  id: 'latest-is-not-pushed',
  class: 'contradicts',
  level: 'problem',
  promise: 'The tag latest is not pushed where the contract keeps it to the laptop or has none; docker/metadata-action adds it by itself.',
  why: 'It moves with every release: what runs cannot be known from it, and a restart may start another version.',
  fix: 'flavor: latest=false',
  source: 'https://github.com/docker/metadata-action#latest-tag',
  problems: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { image, promised } = pair.image;
      const clauses = promised.clauses.filter(({ binds = [] }) => binds.includes(`${promised.at}.image.tags.latest`)).map(({ id }) => id);
      return pushesOf(pair).flatMap(({ build }) =>
        build.refs
          .filter(({ tag = ['latest'] }) => knownText(tag) === 'latest' && canBe(tag, 'latest'))
          .map(
            ({ at, isAutomatic }): WorkflowProblem => ({
              at,
              found: `${isAutomatic === true ? 'docker/metadata-action adds the tag latest by itself' : 'pushes the tag latest'}; the contract ${image.tags.latest === 'never' ? 'never uses it' : 'keeps it to the laptop'}`,
              ...(isAutomatic === true ? {} : { fix: 'take the tag out' }),
              clauses,
            }),
          ),
      );
    }),
};
