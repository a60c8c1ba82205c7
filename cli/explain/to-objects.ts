import { printable } from '../../contracts/finding';
import { columns } from './columns';
import type { Page } from './page';
import type { TracedObject } from './trace-object';
import type { Where } from './where';

/** The objects of a system, each with why it exists. */
export const toObjects = ({ system, target }: Where, objects: readonly TracedObject[], page: Page): string => {
  const lines = objects.map(({ name, exists: { at, sentence } }) => ({
    left: printable(name),
    middle: '',
    right: printable(sentence ?? at),
  }));
  return `${page.bold(printable(`${system} at ${target}`))}\n${columns(lines, page)}`;
};
