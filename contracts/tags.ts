/** Forms of tags that the documents list. */
export interface TagForms {
  readonly version: `v${bigint}.${bigint}.${bigint}`;
  readonly 'version and sha': `v${bigint}.${bigint}.${bigint}-${string}`;
  readonly 'git sha': `git-${string}`;
  readonly dev: `dev-${string}`;
  readonly test: `test-v${bigint}.${bigint}.${bigint}`;
  readonly branch: string;
}
export type TagForm = keyof TagForms;

export interface TagPolicy {
  /** `laptop`: docker run and compose only. A manifest never names it, whatever the policy. */
  readonly latest: 'never' | 'laptop';
  /** A tag, once pushed, keeps its content. */
  readonly immutable: boolean;
  /** One example of each form the document allows. */
  readonly forms: Partial<TagForms> & Pick<TagForms, 'version'>;
}

const number = '(0|[1-9]\\d{0,8})';
/** In the order they are tried: a branch may be called anything. */
const PATTERNS: Readonly<Record<TagForm, RegExp>> = {
  version: new RegExp(`^v${number}\\.${number}\\.${number}$`),
  'version and sha': new RegExp(`^v${number}\\.${number}\\.${number}-[0-9a-f]{7,40}$`),
  'git sha': /^git-[0-9a-f]{7,40}$/,
  test: new RegExp(`^test-v${number}\\.${number}\\.${number}$`),
  dev: /^dev-[a-z0-9][a-z0-9._-]*$/,
  branch: /^[A-Za-z0-9_][A-Za-z0-9._-]*$/,
};
const FORMS = Object.keys(PATTERNS) as readonly TagForm[];
/** What the OCI distribution spec takes as a tag. */
export const isTag = (tag: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag);
/** What a release may be; every other form moves or names work in progress. */
export const RELEASE_FORMS: readonly TagForm[] = ['version', 'version and sha'];

/** The first form a tag has among those the policy lists; undefined: none, or `latest`. */
export const tagForm = (tag: string, policy: TagPolicy): TagForm | undefined =>
  FORMS.find((form) => policy.forms[form] !== undefined && hasForm(tag, form));
/** A branch must not look like one of the other forms: `dev-x` is refused where the policy does not list `dev`. */
export const hasForm = (tag: string, form: TagForm): boolean =>
  PATTERNS[form].test(tag) && tag !== 'latest' && isTag(tag) && !(form === 'branch' && RESERVED.test(tag));
const RESERVED = /^(v\d|git-|dev-|test-)/;
/** The same for a shell: extended regular expressions of the forms that the policy lists, and of what no branch may look like. */
export const tagExpressions = ({ forms }: TagPolicy) => ({
  forms: FORMS.filter((form) => form !== 'branch' && forms[form] !== undefined).map((form) => extended(PATTERNS[form])),
  branch: forms.branch === undefined ? undefined : { is: extended(PATTERNS.branch), isNot: `^latest$|${extended(RESERVED)}` },
});
const extended = ({ source }: RegExp): string => source.replaceAll('\\d', '[0-9]');

/** Why a manifest of this place must not carry the tag; undefined: it may. */
export const tagProblem = (tag: string | undefined, policy: TagPolicy, place: 'laptop' | 'cluster'): string | undefined => {
  if (tag === undefined || tag === '') return 'no tag, which means latest';
  if (tag === 'latest') return 'tag latest moves: what runs could not be known from the manifest';
  const form = tagForm(tag, policy);
  if (form === undefined)
    return `tag ${tag} has none of the forms the contract allows (${Object.entries(policy.forms)
      .map(([name, example]) => `${name} as ${example}`)
      .join(', ')})`;
  if (place === 'cluster' && !RELEASE_FORMS.includes(form)) return `tag ${tag} is a ${form} tag, not a release`;
  return undefined;
};
