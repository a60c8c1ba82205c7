import type { Place } from '../../compose/read/node';
import { csvFields, inputLines } from '../metadata/csv-fields';
import { type Expanded, expand } from '../metadata/expand';
import { knownText, mapKnown, mayBeSeveral, type Parts, splitAt } from '../read/parts';
import type { Scope } from '../read/scope';
import { actionOf, type Said, type Step, spotOfLine, type Workflow } from '../read/workflow';
import type { Ref } from './build';

/** What a step of docker/metadata-action gives the steps behind it. */
export interface Metadata {
  readonly step: Step;
  readonly refs: readonly Ref[];
  /** False: there may be others. */
  readonly refsAreAll: boolean;
  readonly version: Parts | undefined;
  readonly labels: ReadonlyMap<string, Parts>;
}
export const isMetadata = (step: Step): boolean => actionOf(step) === 'docker/metadata-action';

/** Lines of an input with their expressions put in; of one that is not known, one unknown line. */
export const linesOf = (
  workflow: Workflow,
  said: Said | undefined,
  scope: Scope,
): readonly { readonly parts: Parts; readonly raw: string; readonly at: Place }[] =>
  said === undefined
    ? []
    : inputLines(joinedExpressions(said.text)).map((raw) => ({ raw, parts: scope.read(raw), at: spotOfLine(workflow, said, raw) }));
/** An expression over several lines is one. */
export const joinedExpressions = (text: string): string => text.replace(/\$\{\{[\s\S]*?\}\}/g, (all) => all.replace(/\s*\n\s*/g, ' '));

export const metadataOf = (workflow: Workflow, step: Step, scope: Scope): Metadata => {
  const said = (name: string) => step.with.get(name);
  const tagsSaid = said('tags');
  const lines = inputLines(joinedExpressions(tagsSaid?.text ?? ''));
  const expanded: Expanded = expand(lines, inputLines(joinedExpressions(said('flavor')?.text ?? '')), scope);
  const images = linesOf(workflow, said('images'), scope);
  const names =
    images.length === 1 && !/=/.test(images[0]?.raw ?? '') ? splitAt(images[0]?.parts ?? [], ',') : images.map(({ parts }) => parts);
  const all = names.map((parts) => nameOf(parts)).filter((one) => one !== undefined);
  // An expression alone in a line may come to several lines.
  const isOpen = [...lines, ...images.map(({ raw }) => raw)].some(
    (line) => /^\$\{\{[\s\S]*\}\}$/.test(line) && mayBeSeveral(scope.read(line)),
  );
  return {
    step,
    refsAreAll: !isOpen && all.every(({ isCertain }) => isCertain) && step.with.get('context')?.text !== 'git',
    version: expanded.version,
    labels: new Map(
      linesOf(workflow, said('labels'), scope).flatMap(({ parts }): [string, Parts][] => {
        const [key = [], ...value] = splitAt(parts, '=');
        const name = knownText(key)?.trim();
        return name === undefined ? [] : [[name, value.flatMap((one, index) => (index === 0 ? one : ['=', ...one]))]];
      }),
    ),
    refs: all.flatMap(({ name, isCertain }) =>
      expanded.tags.map(
        (made): Ref => ({
          repository: mapKnown(name, (text) => text.toLowerCase()),
          tag: made.tag,
          at: tagsSaid === undefined ? step.at : spotOfLine(workflow, tagsSaid, made.line),
          isCertain: made.isCertain && isCertain,
          ...(made.isAutomatic === undefined ? {} : { isAutomatic: true as const }),
        }),
      ),
    ),
  };
};
const nameOf = (parts: Parts): { readonly name: Parts; readonly isCertain: boolean } | undefined => {
  const text = knownText(parts);
  if (text === undefined) {
    const isPlain = splitAt(parts, ',').length === 1 && splitAt(parts, '=').length === 1;
    const [, bare] = splitAt(splitAt(parts, ',').find((one) => typeof one[0] === 'string' && /^\s*name=/.test(one[0])) ?? [], 'name=');
    return { name: bare ?? parts, isCertain: isPlain };
  }
  const fields = csvFields(text).map((field) => field.split('=').map((one) => one.trim()));
  const enabled = fields.find(([key, value]) => key === 'enable' && value !== undefined)?.[1];
  const name = fields.find(([key, value]) => key === 'name' && value !== undefined)?.[1] ?? fields.find((field) => field.length === 1)?.[0];
  return name === undefined || name === '' || enabled === 'false' ? undefined : { name: [name], isCertain: true };
};
