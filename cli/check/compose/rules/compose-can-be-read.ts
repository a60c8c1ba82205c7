import type { ComposeRule } from '../rule';

export const composeCanBeRead: ComposeRule = {
  id: 'compose-can-be-read',
  class: 'defect',
  level: 'problem',
  promise: 'A compose file is YAML in the forms of the Compose specification, and the files it names are there.',
  why: 'docker compose refuses the whole file, so nobody starts anything with it.',
  fix: 'write it as the Compose specification says',
  source: 'https://github.com/compose-spec/compose-spec/blob/main/spec.md',
  problems: ({ project }) => project.problems,
};
