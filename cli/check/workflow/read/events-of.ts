import { type Node, valueAt } from '../../compose/read/node';
import type { Event } from './event';
import { passes } from './filters';
import type { Workflow } from './workflow';

export interface Started {
  /** Those of a pushed version tag and of a pushed or chosen branch. */
  readonly events: readonly Event[];
  /** Whether a pushed version tag starts it; undefined: another workflow may, or a filter is not known. */
  readonly byVersion: boolean | undefined;
}
const FALLBACK = 'main';
const MOST_BRANCHES = 3;
const OTHERS = ['workflow_call', 'workflow_run', 'repository_dispatch', 'create', 'workflow_dispatch', 'registry_package', 'deployment'];

/** What starts a workflow, as far as it concerns its images. */
export const eventsOf = ({ on }: Workflow, version: string): Started => {
  if (on === undefined) return { events: [], byVersion: undefined };
  const names = namesIn(on.value);
  if (names === undefined) return { events: [], byVersion: undefined };
  const tag = `refs/tags/${version}`;
  const push = names.includes('push') ? pushed(valueAt(on.value, 'push'), version) : { tag: false, branches: [] };
  const branches = push.branches.map((branch): Event => ({ name: 'push', ref: `refs/heads/${branch}` }));
  const released = names.includes('release');
  const chosen: readonly Event[] = names.includes('workflow_dispatch')
    ? [{ name: 'workflow_dispatch', ref: `refs/heads/${FALLBACK}` }]
    : [];
  const timed: readonly Event[] = names.includes('schedule') ? [{ name: 'schedule', ref: `refs/heads/${FALLBACK}` }] : [];
  const versions: readonly Event[] = [
    ...(push.tag === true ? [{ name: 'push' as const, ref: tag }] : []),
    ...(released ? [{ name: 'release' as const, ref: tag }] : []),
  ];
  const isOpen = push.tag === undefined || names.some((name) => OTHERS.includes(name));
  return { events: [...versions, ...branches, ...chosen, ...timed], byVersion: versions.length > 0 ? true : isOpen ? undefined : false };
};
const namesIn = (node: Node): readonly string[] | undefined => {
  if (node.kind === 'scalar') return [node.text];
  if (node.kind === 'map') return [...node.entries.keys()];
  return node.items.every((item) => item.kind === 'scalar')
    ? node.items.map((item) => (item.kind === 'scalar' ? item.text : ''))
    : undefined;
};
const pushed = (node: Node | undefined, version: string): { readonly tag: boolean | undefined; readonly branches: readonly string[] } => {
  const branches = textsAt(node, 'branches');
  const tags = textsAt(node, 'tags');
  const [noBranches, noTags] = [textsAt(node, 'branches-ignore'), textsAt(node, 'tags-ignore')];
  const ofBranches = branches !== undefined || noBranches !== undefined;
  const ofTags = tags !== undefined || noTags !== undefined;
  const named = (branches ?? []).filter((branch) => !/[*?+![\]]|\$\{\{/.test(branch));
  const others = noBranches !== undefined && passes(noBranches, FALLBACK) !== false ? [] : [FALLBACK];
  return {
    tag: tags !== undefined ? passes(tags, version) : noTags !== undefined ? not(passes(noTags, version)) : !ofBranches,
    branches: branches !== undefined ? named.slice(0, MOST_BRANCHES) : ofTags && noBranches === undefined ? [] : others,
  };
};
const not = (one: boolean | undefined): boolean | undefined => (one === undefined ? undefined : !one);
/** A list of texts, or one. */
export const textsAt = (node: Node | undefined, key: string): readonly string[] | undefined => {
  const value = valueAt(node, key);
  if (value === undefined) return undefined;
  if (value.kind === 'scalar') return value.text === '' ? [] : [value.text];
  return value.kind === 'list' ? value.items.map((item) => (item.kind === 'scalar' ? item.text : '')) : undefined;
};
