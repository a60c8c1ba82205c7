import { pathText } from '../compare/change';
import type { Comparison } from '../compare/compare-trees';
import type { Pair } from '../compare/pair';
import type { Consequence } from '../consequences/rule';
import type { KubeObject } from '../read/kube-object';
import { cureCommand } from './cure-command';
import type { Row } from './report';

/** Consequences as a table: the same sentence once, pods beside the image that makes them roll, what a new version leaves behind not at all. */
export const rowsOf = (consequences: readonly Consequence[], { pairs }: Comparison): readonly Row[] => {
  const pairOf = new Map(pairs.map((pair) => [pair.object.id, pair]));
  const images = new Set(consequences.filter((one) => one.class === 'image').map(({ object }) => object.id));
  const follows = (one: Consequence): boolean =>
    one.class === 'restarts' && images.has(one.object.id) && isImageAlone(pairOf.get(one.object.id));
  const podsOf = new Map(consequences.filter(follows).map((one) => [one.object.id, one]));
  const shown = consequences.filter(
    (one) => !follows(one) && !(one.class === 'left-behind' && pairOf.get(one.object.id)?.takenOver !== undefined),
  );
  const rows = new Map<string, Consequence[]>();
  for (const one of shown) {
    const key = [one.class, one.rule, sentenceFor(one), one.versions?.join() ?? ''].join('\u0000');
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  return [...rows.values()].map((all) => toRow(all, podsOf));
};
/** A cure may name the object; the sentence must not keep two rows apart that say the same. */
const sentenceFor = ({ sentence, command }: Consequence): string =>
  command === undefined ? sentence : sentence.replace(/^\S+ takes its place/, 'another takes its place');

const toRow = (all: readonly Consequence[], podsOf: ReadonlyMap<string, Consequence>): Row => {
  const [first] = all as [Consequence];
  const where = distinct(all.map(({ object }) => object));
  const pods = where.flatMap((object) => {
    const restart = first.class === 'image' ? podsOf.get(object.id) : undefined;
    return restart === undefined ? [] : [`${object.kind}/${object.name}: ${restart.sentence.replace(/: [^:]*$/, '')}`];
  });
  const { object: _o, command: _c, ...row } = first;
  return {
    ...row,
    path: first.path,
    where,
    pods,
    cure: where.length > 1 && first.command !== undefined ? 'the commands stand below' : cureOf(all.map(({ cure }) => cure)),
  };
};
const FEW = 3;
/** A cure's command names one object: a row for several has a command for each of a few, and says so where there are more. */
const cureOf = (cures: readonly string[]): string => {
  const [first = '', ...others] = [...new Set(cures)];
  const [words, command] = cureCommand(first);
  if (command === undefined || others.length === 0) return first;
  const commands = [command, ...others.map((cure) => cureCommand(cure)[1]).filter((one) => one !== undefined)];
  return commands.length > FEW
    ? `${words}the same for each of the ${commands.length}, here for the first: ${command}`
    : `${words}${commands.join('; ')}`;
};
const distinct = (objects: readonly KubeObject[]): readonly KubeObject[] => [
  ...new Map(objects.map((object) => [object.id, object])).values(),
];

const isImageAlone = (pair: Pair | undefined): boolean =>
  pair?.changes.every(({ path, noise }) => noise !== undefined || path[1] !== 'template' || /\.image$/.test(pathText(path))) === true;
