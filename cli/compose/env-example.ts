import { secretBehind } from '../../constructs/secret-uses';
import { printable } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import { isSource } from '../../contracts/plain';
import { buildArguments } from './build-of';
import { dotenvNames } from './dotenv-names';
import { environmentOf } from './environment-of';
import { developmentOf } from './place-on-laptop';

interface Entry {
  readonly name: string;
  readonly says: readonly string[];
  /** Nothing starts without it. */
  readonly isNeeded: boolean;
}
/** The .env that the compose file asks for, without a value: what each variable is, what it may be and how one is made. */
export const envExample = (placed: PlacedSystem): string => {
  const entries = unique([...secretEntries(placed), ...buildEntries(placed), ...plainEntries(placed)]);
  const block = ({ name, says, isNeeded }: Entry) =>
    `\n${says.map((line) => `# ${oneLine(line)}\n`).join('')}${isNeeded ? '' : '# '}${name}=\n`;
  const needed = entries.filter(({ isNeeded }) => isNeeded);
  const others = entries.filter(({ isNeeded }) => !isNeeded);
  return [
    `# For the compose file of ${placed.name}; made by \`waybill compose ${placed.name} --env-example\`. Copy it to .env, which stays out of git.\n`,
    needed.length === 0 ? '# Nothing has to be set.\n' : '# Single quotes keep a value as it is.\n',
    ...needed.map(block),
    ...(others.length === 0 ? [] : ['\n# What may be set as well.\n', ...others.map(block)]),
  ].join('');
};
const PLAIN_LETTERS = 'Letters and digits only: it also stands in an address.';
const ENCODED = 'It also stands in an address, where @ : / ? # and % are written percent-encoded.';
const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' '));
/** One variable that several containers read is one entry. */
const unique = (entries: readonly Entry[]): readonly Entry[] =>
  [...new Set(entries.map(({ name }) => name))].map((name) => {
    const all = entries.filter((entry) => entry.name === name);
    return { name, says: [...new Set(all.flatMap(({ says }) => says))], isNeeded: all.some(({ isNeeded }) => isNeeded) };
  });

const secretEntries = (placed: PlacedSystem): readonly Entry[] =>
  [...dotenvNames(placed)].flatMap(([secret, name]): Entry[] => {
    const origin = placed.system.secrets[secret];
    if (origin === undefined) return [];
    const { least, readers, isComposed } = usesOf(placed, secret);
    const isGiven = placed.system.development.secrets[secret] !== undefined;
    const length = origin.origin === 'generated' ? Math.max(least, origin.length) : 0;
    return [
      {
        name,
        isNeeded: !isGiven,
        says: [
          `${origin.description} (${readers.join(', ')}).`,
          ...(isGiven ? ['The compose file has the document’s own development value.'] : []),
          ...(least > 0 ? [`At least ${least} characters.`] : []),
          ...(isComposed ? [origin.origin === 'generated' ? PLAIN_LETTERS : ENCODED] : []),
          ...(origin.origin === 'generated' ? [`Make one: openssl rand -hex ${Math.ceil(length / 2)}`] : []),
          ...(origin.origin === 'from the owner' && origin.example !== undefined ? [`For example: ${origin.example}`] : []),
        ],
      },
    ];
  });
const usesOf = (placed: PlacedSystem, secret: string) => {
  const all = placed.containers.flatMap(({ role, contract, given }) =>
    Object.entries(given).map(([name, { value }]) => ({ role, name, value, variable: contract.env?.[name] })),
  );
  const alone = all.filter(({ value }) => secretBehind(placed, value) === secret);
  const composed = all.filter(
    ({ value }) =>
      isSource(value) &&
      value.from === 'text' &&
      value.parts.some((part) => typeof part === 'object' && secretBehind(placed, part as never) === secret),
  );
  return {
    least: Math.max(0, ...alone.map(({ variable }) => variable?.minLength ?? 0)),
    readers: [...alone, ...composed].map(({ role, name }) => `${role}.${name}`),
    isComposed: composed.length > 0,
  };
};

const buildEntries = (placed: PlacedSystem): readonly Entry[] =>
  placed.containers.flatMap(({ contract: { image } }, index) =>
    image.kind === 'published'
      ? []
      : buildArguments(placed, placed.containers[index] as PlacedSystem['containers'][number], image)
          .filter(([name, text]) => text.startsWith(`\${${name}:?`))
          .map(
            ([name]): Entry => ({
              name,
              isNeeded: true,
              says: [`Build argument: ${image.build.arguments?.[name]?.description}.`, ...example(image.build.arguments?.[name]?.example)],
            }),
          ),
  );

const plainEntries = (placed: PlacedSystem): readonly Entry[] =>
  placed.containers.flatMap((container) =>
    environmentOf(placed, container)
      .filter(({ name, text }) => text === undefined || (developmentOf(placed, container.role).fromDotenv ?? []).includes(name))
      .flatMap(({ name }): Entry[] => {
        const variable = container.contract.env?.[name];
        if (variable === undefined) return [];
        const { description, default: fallback, oneOf, example: shown, minLength } = variable;
        return [
          {
            name,
            isNeeded: false,
            says: [
              `${description} (${container.role}.${name}).${fallback === undefined ? '' : ` Without it: ${fallback}`}`,
              ...(oneOf === undefined ? [] : [`One of: ${oneOf.join(', ')}`]),
              ...(minLength === undefined ? [] : [`At least ${minLength} characters.`]),
              ...example(shown),
            ],
          },
        ];
      }),
  );
const example = (shown: string | undefined): readonly string[] => (shown === undefined ? [] : [`For example: ${shown}`]);
