import { urlsOf } from '../place';
import { roleOf } from '../plain';
import type { PlacedSubject } from '../rule';
import { entryOf } from './entry-of';
import { missingPort } from './missing';

export interface UrlHere {
  readonly name: string;
  readonly url: string;
  /** The role it leads to. */
  readonly role: string | undefined;
  /** The target names none, so it follows from the target's `publicUrls`. */
  readonly derived: boolean;
}
/** The public URLs of a system at a target, of ports that are there. */
export const urlsHere = ({ system, target, settings, versions }: Omit<PlacedSubject, 'at' | 'systems'>): readonly UrlHere[] => {
  const urls = urlsOf({ system, target, settings, versions });
  return Object.entries(system.exposes)
    .filter(([, port]) => missingPort(system, port) === undefined)
    .map(([name, port]) => ({
      name,
      role: roleOf(system, port),
      url: entryOf(urls, name)?.value ?? '',
      derived: entryOf(settings.public, name) === undefined,
    }));
};
