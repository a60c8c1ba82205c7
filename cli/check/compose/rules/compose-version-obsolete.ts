import type { ComposeRule } from '../rule';

export const composeVersionObsolete: ComposeRule = {
  id: 'compose-version-obsolete',
  class: 'defect',
  level: 'warning',
  promise: 'A compose file says no version.',
  why: 'docker compose ignores it and warns at every command; readers take it for the version of something.',
  fix: 'take the line out',
  source: 'https://github.com/compose-spec/compose-spec/blob/main/04-version-and-name.md',
  problems: ({ project: { version } }) => (version === undefined ? [] : [{ at: version, found: 'version is obsolete' }]),
};
