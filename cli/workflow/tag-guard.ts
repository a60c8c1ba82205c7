import type { PlainSystem } from '../../contracts/plain';
import { type TagPolicy, tagExpressions } from '../../contracts/tags';
import { movingLines } from './tag-lines';
import type { StepTree } from './tree';

const NUMBER = '(0|[1-9][0-9]{0,8})';
/** `type=semver,pattern=v{{major}}.{{minor}}` -> the expression of the tags it makes. */
const expressionOf = (line: string): string => {
  const pattern = /(?:^|,)pattern=([^,]*)/.exec(line)?.[1] ?? '';
  const parts = pattern.split(/\{\{(?:major|minor|patch)\}\}/).map((text) => text.replace(/[.\\+*?()|[\]{}^$]/g, '\\$&'));
  return `^${parts.join(NUMBER)}$`;
};
/** A branch called like a version, a git tag that is none: what the policy does not have is not pushed. */
export const tagGuard = (policy: TagPolicy, workflow: PlainSystem['workflow']): StepTree => {
  const { forms, branch } = tagExpressions(policy);
  const allowed = [...forms, ...movingLines(policy, workflow).map(expressionOf)].join('|');
  const isBranch =
    branch === undefined ? [] : ['  if [[ $GITHUB_REF_TYPE == branch && $name =~ $BRANCH && ! $name =~ $NO_BRANCH ]]; then continue; fi'];
  return {
    name: 'Every tag is one of the contract’s',
    env: {
      TAGS: '${{ steps.meta.outputs.tags }}',
      ALLOWED: allowed,
      ...(branch === undefined ? {} : { BRANCH: branch.is, NO_BRANCH: branch.isNot }),
    },
    run: [
      'if [[ -z $TAGS ]]; then',
      '  echo "::error title=nothing to push::$GITHUB_REF gives the image no tag"',
      '  exit 1',
      'fi',
      'while IFS= read -r tag; do',
      '  name=${tag##*:}',
      '  if [[ $name =~ $ALLOWED ]]; then continue; fi',
      ...isBranch,
      '  echo "::error title=a tag the contract does not have::$name"',
      '  exit 1',
      'done <<<"$TAGS"',
      '',
    ].join('\n'),
  };
};
/**
 * The contract’s tags are immutable: a version that is there keeps its content. Whoever cannot look does not push; but some registries
 * deny an image that was never pushed, and who is denied to read one that is there is denied to push it.
 */
export const neverTwice = (): StepTree => ({
  name: 'No version is pushed twice',
  if: "github.ref_type == 'tag'",
  env: { TAGS: '${{ steps.meta.outputs.tags }}' },
  run: [
    'while IFS= read -r tag; do',
    '  if found=$(docker buildx imagetools inspect "$tag" 2>&1); then',
    '    echo "::error title=already pushed::$tag is there, and its content must not change"',
    '    exit 1',
    '  fi',
    '  case $found in',
    "    *'not found'* | *'name unknown'* | *'manifest unknown'* | *denied* | *'403 Forbidden'*) ;;",
    '    *)',
    '      printf \'%s\\n\' "$found"',
    '      exit 1',
    '      ;;',
    '  esac',
    'done <<<"$TAGS"',
    '',
  ].join('\n'),
});
