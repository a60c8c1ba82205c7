import { type TagPolicy, tagForm, tagProblem } from '../../contracts/tags';

/** 001 §5, 002, and what the others have. */
const chatbot: TagPolicy = {
  latest: 'laptop',
  immutable: false,
  forms: { version: 'v1.2.3', 'git sha': 'git-abc1234', branch: 'feature-auth', 'version and sha': 'v1.0.0-abc1234' },
};
const habits: TagPolicy = {
  latest: 'never',
  immutable: true,
  forms: { version: 'v1.0.0', dev: 'dev-003-phase-iv-infrastructure', test: 'test-v1.0.0' },
};

describe('The form of a tag', () => {
  it.each([
    [chatbot, 'v1.2.3', 'version'],
    [chatbot, 'v1.0.0-abc1234', 'version and sha'],
    [chatbot, 'git-abc1234', 'git sha'],
    [chatbot, 'feature-auth', 'branch'],
    [habits, 'dev-003-phase-iv-infrastructure', 'dev'],
    [habits, 'test-v1.0.0', 'test'],
  ])('case %#: of %s among those a policy lists', (policy, tag, form) => {
    expect(tagForm(tag, policy)).toBe(form);
  });
  it.each([
    [chatbot, 'latest', 'moves'],
    [chatbot, '', 'is none'],
    [chatbot, 'dev-x', 'looks like a form that this policy does not list, and is no branch'],
    [chatbot, 'test-v1.0.0', 'looks like a form that this policy does not list, and is no branch'],
    [chatbot, 'v1.2.3.4', 'looks like a version, and is no branch'],
    [chatbot, 'v1.2', 'looks like a version, and is no branch'],
    [chatbot, 'git-xyz', 'looks like a sha, and is no branch'],
    [chatbot, 'a b', 'is none that a registry would take'],
    [chatbot, 'a'.repeat(129), 'is none that a registry would take'],
    [habits, 'git-abc1234', 'has a form that this policy does not list'],
    [habits, 'feature-auth', 'has a form that this policy does not list'],
    [habits, 'v1.0.0-abc1234', 'has a form that this policy does not list'],
  ])('case %#: "%s" has none, because it %s', (policy, tag) => {
    expect(tagForm(tag, policy)).toBeUndefined();
  });
});

describe('A tag that a manifest may carry', () => {
  it.each([
    [chatbot, 'v1.2.3', 'laptop'],
    [chatbot, 'v1.2.3', 'cluster'],
    [chatbot, 'v1.0.0-abc1234', 'cluster'],
    [chatbot, 'git-abc1234', 'laptop'],
    [chatbot, 'feature-auth', 'laptop'],
    [habits, 'dev-003-phase-iv-infrastructure', 'laptop'],
    [habits, 'test-v1.0.0', 'laptop'],
  ] as const)('case %#: %s, here on the %s', (policy, tag, place) => {
    expect(tagProblem(tag, policy, place)).toBeUndefined();
  });
  it.each([
    [chatbot, 'git-abc1234', 'tag git-abc1234 is a git sha tag, not a release'],
    [chatbot, 'feature-auth', 'tag feature-auth is a branch tag, not a release'],
    [habits, 'dev-003-phase-iv-infrastructure', 'tag dev-003-phase-iv-infrastructure is a dev tag, not a release'],
    [habits, 'test-v1.0.0', 'tag test-v1.0.0 is a test tag, not a release'],
  ])('case %#: on a cluster it is not %s', (policy, tag, problem) => {
    expect(tagProblem(tag, policy, 'cluster')).toBe(problem);
  });
  it.each(['laptop', 'cluster'] as const)('on a %s it is never latest, whatever the policy, and never none', (place) => {
    for (const policy of [chatbot, habits]) {
      expect(tagProblem('latest', policy, place)).toBe('tag latest moves: what runs could not be known from the manifest');
      expect(tagProblem('', policy, place)).toBe('no tag, which means latest');
      expect(tagProblem(undefined, policy, place)).toBe('no tag, which means latest');
    }
  });
  it('is of a form that the policy lists', () => {
    expect(tagProblem('nightly', habits, 'laptop')).toBe(
      'tag nightly has none of the forms the contract allows (version as v1.0.0, dev as dev-003-phase-iv-infrastructure, test as test-v1.0.0)',
    );
  });
});
