import { relative } from 'node:path/posix';
import { imageName, referenceProblem } from '../../contracts/reading/image-reference';
import { isSecretPair } from '../diff/read/sensitive';
import { ask, type Code, call, fields, list, text } from './code';
import type { ComposeFacts } from './compose-facts';
import type { ImageFacts } from './image-facts';

interface Where {
  readonly compose: ComposeFacts | undefined;
  readonly system: string;
  readonly dockerfile: string;
  readonly context: string;
  readonly baked: ImageFacts['arguments'];
}
const NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const VERSION = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** The part of a contract about the image: what builds it, from what, into what. */
export const imageCode = (image: ImageFacts, { compose, system, dockerfile, context, baked }: Where): Code => {
  // The registry is the target's.
  const [, repository = '', tag = ''] = /^(?:.*\/)?([^/:@]+)(?::([^@]+))?/.exec(compose?.image ?? '') ?? [];
  const base = image.base;
  return fields({
    kind: text('built'),
    repository: NAME.test(repository) ? text(repository) : ask('Under which name is the image kept?', text(system)),
    version: VERSION.test(tag) ? text(tag) : ask('Which version runs?', text('v1.0.0')),
    tags: ask(
      'Which tags does the team use, and may one be overwritten?',
      fields({ latest: text('never'), immutable: { raw: 'true' }, forms: fields({ version: text('v1.0.0') }) }),
    ),
    base:
      base === undefined || referenceProblem(base) !== undefined
        ? ask('On which image, with its tag, is it based?', text(exampleOf(base)))
        : text(base),
    ...(Object.keys(image.labels).length === 0
      ? {}
      : { labels: fields(Object.fromEntries(Object.entries(image.labels).map(([key, value]) => [key, text(value)]))) }),
    build: fields({
      context: text(context),
      dockerfile: text(relative(context, dockerfile) || 'Dockerfile'),
      stages: list(
        image.stages.map(({ name, from }, index) => {
          const stage = fields({ name: text(asName(name, index, image.stages.length)), from: text(from) });
          return name === undefined ? call('added', stage, text('The Dockerfile leaves it unnamed.')) : stage;
        }),
      ),
      ...(Object.keys(baked).length === 0
        ? {}
        : {
            arguments: fields(
              Object.fromEntries(
                Object.entries(baked).map(([key, value]) => [
                  key,
                  fields({
                    need: text('optional'),
                    ...(value === undefined || isSecretPair(key, value) ? {} : { default: text(value) }),
                    description: text('ARG of the Dockerfile'),
                  }),
                ]),
              ),
            ),
          }),
      copies: list(
        image.copies.map(({ stage, from, to }) =>
          fields({ ...(stage === undefined ? {} : { stage: text(stage) }), from: text(from), to: text(to) }),
        ),
      ),
    }),
  });
};
/** The same image with a tag, where only that is missing. */
const exampleOf = (base = ''): string => {
  const tagged = `${imageName(base).repository}:1.0`;
  return referenceProblem(tagged) === undefined ? tagged : 'debian:bookworm-slim';
};
const asName = (name: string | undefined, index: number, count: number) =>
  name === undefined ? (index === count - 1 ? 'runner' : `stage-${index}`) : name;
