import type { Report } from '../report/report';

const several = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** `2 changed, 1 new, 47 unchanged` */
export const countsText = ({ counts }: Report): string => {
  const told = [
    ...several(counts.changed, 'object changed', 'objects changed'),
    ...several(counts.new, 'new', 'new'),
    ...several(counts.gone, 'gone', 'gone'),
    ...several(counts.unchanged, 'unchanged', 'unchanged'),
  ];
  return told.length === 0 ? 'no objects' : told.join(', ');
};

/** What is counted and not shown. */
export const noiseText = ({ counts }: Report): string | undefined => {
  const told = [
    ...several(counts.checksums, 'checksum', 'checksums'),
    ...several(counts.versionLabels, 'version label', 'version labels'),
    ...several(counts.moved, 'object moved to another file', 'objects moved to other files'),
  ];
  return told.length === 0 ? undefined : `Not shown, since they follow from the above or mean nothing: ${told.join(', ')}.`;
};
export const isSame = ({ sections }: Report): boolean => sections.length === 0;
