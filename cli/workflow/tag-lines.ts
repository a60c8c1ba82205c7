import type { PlainSystem } from '../../contracts/plain';
import type { TagForm, TagPolicy } from '../../contracts/tags';

/** How docker/metadata-action makes a tag of each form. Its short sha has seven digits, which is what the policy takes. */
const LINES: Readonly<Record<TagForm, string>> = {
  version: 'type=semver,pattern=v{{version}}',
  'version and sha': 'type=semver,pattern=v{{version}},suffix=-{{sha}}',
  test: 'type=match,pattern=^test-v\\d+\\.\\d+\\.\\d+$',
  dev: 'type=ref,event=branch,prefix=dev-',
  branch: 'type=ref,event=branch',
  'git sha': 'type=sha,prefix=git-,format=short',
};
/** The branch has pushed the commit's own tag before, and where tags are immutable it keeps its content. */
const ONCE = ",enable=${{ github.ref_type == 'branch' }}";
/** The forms of the policy, then what else the document asks for. The first line that fits an event gives the image its version. */
export const tagLines = ({ forms, immutable }: TagPolicy, workflow: PlainSystem['workflow']): readonly string[] => {
  const ofPolicy = (Object.keys(LINES) as TagForm[])
    .filter((form) => forms[form] !== undefined)
    .map((form) => `${LINES[form]}${immutable && form === 'git sha' ? ONCE : ''}`);
  return [...new Set([...ofPolicy, ...(workflow?.lines ?? [])])];
};
/** Lines that no form of the policy asks for: the tags they make move. */
export const movingLines = (policy: TagPolicy, workflow: PlainSystem['workflow']): readonly string[] => {
  const ofPolicy = tagLines(policy, undefined);
  return (workflow?.lines ?? []).filter((line) => !ofPolicy.includes(line));
};
