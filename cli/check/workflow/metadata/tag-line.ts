import { csvFields } from './csv-fields';
import { HOLES } from './holes';

const TYPES = ['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'] as const;
export type TagType = (typeof TYPES)[number];
/** A line of `tags:` of docker/metadata-action. */
export interface TagLine {
  readonly type: TagType;
  readonly attributes: Readonly<Record<string, string>>;
  readonly priority: number;
  /** As it stands there. */
  readonly written: string;
}
/** https://github.com/docker/metadata-action#priority-attribute */
const PRIORITIES: Readonly<Record<TagType, number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
};
const NEEDS: Partial<Record<TagType, string>> = { semver: 'pattern', pep440: 'pattern', match: 'pattern', ref: 'event', raw: 'value' };

/** A sentence: why the action ends with an error. `unknown`: what is not known may make it anything. */
export const tagLine = (written: string): TagLine | string => {
  const attributes: Record<string, string> = {};
  let type: TagType = 'raw';
  for (const field of csvFields(written)) {
    const [, key = '', value] = /^([^=]*)=([\s\S]*)$/.exec(field) ?? [undefined, undefined, undefined];
    if (value === undefined) attributes.value = field.trim();
    else if (key.trim().toLowerCase() === 'type') {
      const found = TYPES.find((one) => one === value.trim());
      if (found === undefined) return HOLES.test(value) ? 'unknown' : `type=${value.trim()} is no type of docker/metadata-action`;
      type = found;
    } else attributes[key.trim().toLowerCase()] = value.trim();
  }
  const need = NEEDS[type];
  if (need !== undefined && attributes[need] === undefined) return `type=${type} has no ${need}=`;
  if (type === 'ref' && !['branch', 'tag', 'pr'].includes(attributes.event ?? '') && !HOLES.test(attributes.event ?? ''))
    return `event=${attributes.event} is none of branch, tag and pr`;
  const priority = Number(attributes.priority ?? PRIORITIES[type]);
  return { type, attributes, priority, written };
};
