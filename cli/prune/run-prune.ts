import { printable } from '../../contracts/finding';
import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { type Chosen, chosenSystems } from '../cluster/chosen-systems';
import { connect } from '../cluster/connect';
import { CouldNotLook } from '../cluster/could-not-look';
import type { KubeServer } from '../cluster/kube-server';
import type { Limits } from '../cluster/open-server';
import { oneLine } from '../diff/forms/clean';
import { shellWord } from '../shell-word';
import { type Left, type LeftObject, leftInCluster } from './left-in-cluster';

export interface PruneOptions {
  /** Undefined: all. */
  readonly system: string | undefined;
  readonly target: string;
  readonly context: string | undefined;
}
const LIMITS: Limits = { answer: 8_000, all: 30_000 };

/** Says what dist no longer holds and the cluster still has, and the commands that delete it. It deletes nothing. */
export const runPrune = async (options: PruneOptions): Promise<Answer> => {
  const chosen = chosenSystems(options.system, options.target);
  if ('code' in chosen) return chosen;
  let server: KubeServer | undefined;
  try {
    server = await connect(options, LIMITS);
    return await pruneOn(server, chosen);
  } catch (error) {
    if (!(error instanceof CouldNotLook)) throw error;
    return refused(`${oneLine(error.found)}\n  fix: ${oneLine(error.fix)}`);
  } finally {
    server?.close();
  }
};

/** @throws CouldNotLook */
export const pruneOn = async (server: KubeServer, { systems }: Pick<Chosen, 'systems'>): Promise<Answer> => {
  const all: Left[] = [];
  for (const made of systems) all.push(await leftInCluster(server, made));
  const commands = all.flatMap((left) => commandsOf(server, left));
  const notes = all.flatMap((left) => notesOf(server, left));
  if (commands.length === 0 && notes.length === 0)
    return { code: FINE, out: '', err: ['the cluster has nothing that dist no longer holds'] };
  const how = commands.length === 0 ? [] : ['read the lines, then let a shell run them: append  | sh -e'];
  return { code: PROBLEMS, out: commands.map((line) => `${line}\n`).join(''), err: [...notes, ...how].map(printable) };
};

const deletion = (server: KubeServer, system: string, { kind, name }: LeftObject): string => {
  const [group] = kind.apiVersion.split('/');
  // Kinds that several groups have are named with theirs.
  const resource = kind.apiVersion.includes('.') ? `${kind.resource}.${group}` : kind.resource;
  return `kubectl --context ${shellWord(server.context)} -n ${shellWord(system)} delete ${resource} ${shellWord(name)}`;
};
const commandsOf = (server: KubeServer, { system, objects, missing }: Left): readonly string[] =>
  missing.length > 0 ? [] : objects.filter(({ stays }) => stays === undefined).map((one) => deletion(server, system, one));

const notesOf = (server: KubeServer, { system, objects, missing }: Left): readonly string[] => {
  if (objects.length === 0) return [];
  if (missing.length > 0)
    return [
      `${system}: ${objects.length} left, and ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''} of dist not there yet`,
      '  fix: apply dist first; what is left may still serve until then',
    ];
  return objects.flatMap((one) =>
    one.stays === undefined
      ? []
      : [
          `${system}: ${one.kind.kind}/${one.name} is no longer in dist and stays: ${one.stays}`,
          ...(one.kind.goes === 'data' ? [`  by hand, after a backup: ${deletion(server, system, one)}`] : []),
        ],
  );
};
