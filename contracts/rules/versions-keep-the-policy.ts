import { quote } from '../reading/quote';
import type { ContractSubject, Problem, Rule } from '../rule';
import { hasForm, type TagForm } from '../tags';

export const versionsKeepThePolicy: Rule<ContractSubject> = {
  id: 'versions-keep-the-policy',
  promise: 'A contract’s version is a release, v1.2.3, and each example of its tag policy has the form it is an example of.',
  source: 'https://semver.org/#spec-item-2',
  problems: ({ at, contract: { image } }) => {
    if (image.kind === 'published') return [];
    const forms = Object.entries(image.tags.forms) as [TagForm, string | undefined][];
    const problems = forms.map(([form, tag]): readonly Problem[] => formProblem(`${at}.image.tags.forms.${form}`, form, tag));
    return [...formProblem(`${at}.image.version`, 'version', image.version), ...problems.flat()];
  },
};

/** What `tagForm` takes, in an example each. */
const EXAMPLES: Readonly<Record<TagForm, string>> = {
  version: 'v1.2.3',
  'version and sha': 'v1.2.3-abc1234',
  'git sha': 'git-abc1234',
  dev: 'dev-feature-x',
  test: 'test-v1.2.3',
  branch: 'feature-auth',
};
const formProblem = (at: string, form: TagForm, tag: string | undefined): readonly Problem[] =>
  tag === undefined || hasForm(tag, form)
    ? []
    : [{ at, found: `${quote(tag)} is no tag of the form ${form}`, fix: `write one like ${EXAMPLES[form]}` }];
