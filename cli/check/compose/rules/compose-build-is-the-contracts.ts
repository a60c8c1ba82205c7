import { normalize } from 'node:path/posix';
import { isValue, localValue, valueText } from '../local-value';
import { isContextOf } from '../pair-services';
import { contradiction, notDeclared } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { shown, shownText } from '../shown';
import { comparedPairs } from '../wanted-pairs';

export const composeBuildIsTheContracts: ComposeRule = {
  id: 'compose-build-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'A service is built from the folder, the Dockerfile, the stage and with the arguments of the contract.',
  why: 'Another folder or stage makes another image under the same name; a missing argument is an empty value baked into it.',
  fix: 'write the build of the contract',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] => {
  const { image } = promised.contract;
  const { build } = service;
  if (image.kind !== 'built' || build === undefined) return [];
  const { path } = subject.project;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const { context, dockerfile, target } = build;
  const isExample = subject.system?.examples.has(`${promised.at}.image.build.context`);
  const final = image.build.stages.at(-1)?.name;
  return [
    ...(context === undefined || !isKnown(context.text) || isExample || isContextOf(promised, context.text, folder)
      ? []
      : [
          contradiction(
            promised,
            'image.build.context',
            context.at,
            `it is built from ${shown(context)}; the contract says ${image.build.context}`,
            `context: ${image.build.context}`,
          ),
        ]),
    ...(build.isInline
      ? [
          contradiction(
            promised,
            'image.build.dockerfile',
            build.at,
            `its Dockerfile stands in the compose file; the contract says ${image.build.dockerfile}`,
            `dockerfile: ${image.build.dockerfile}`,
          ),
        ]
      : isKnown(dockerfile?.text ?? '') && normalize(dockerfile?.text ?? 'Dockerfile') !== normalize(image.build.dockerfile)
        ? [
            contradiction(
              promised,
              'image.build.dockerfile',
              dockerfile?.at ?? build.at,
              `its Dockerfile is ${shown(dockerfile ?? { text: 'Dockerfile' })}; the contract says ${image.build.dockerfile}`,
              `dockerfile: ${image.build.dockerfile}`,
            ),
          ]
        : []),
    ...(target === undefined || !isKnown(target.text) || final === undefined || target.text === final
      ? []
      : [
          {
            ...contradiction(
              promised,
              'image.build.stages',
              target.at,
              `it ends with the stage ${shown(target)}; the contract ships ${final}`,
              `target: ${final}`,
            ),
            // A laptop may want the tools of an earlier stage.
            level: 'warning' as const,
          },
        ]),
    ...argumentProblems(subject, role, promised, build),
  ];
};
/** BuildKit knows these without an ARG. */
const PREDEFINED = /^(?:https?|ftp|no|all)_proxy$|^BUILDKIT_|^SOURCE_DATE_EPOCH$|^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)$/i;
type Build = NonNullable<Pair['service']['build']>;
const argumentProblems = (subject: ComposeSubject, role: string, promised: Pair['promised'], build: Build): readonly ComposeProblem[] => {
  const { image, env = {} } = promised.contract;
  const { system } = subject.system ?? {};
  if (image.kind !== 'built' || system === undefined) return [];
  const known = image.build.arguments ?? {};
  const own = system.development.containers[role]?.arguments ?? {};
  const each = [...new Set([...Object.keys(known), ...Object.keys(own)])].flatMap((name): readonly ComposeProblem[] => {
    const argument = known[name];
    const said = build.args.get(name);
    const place = `image.build.arguments.${name}`;
    const wanted = own[name] ?? argument?.fixed;
    const from = own[name] === undefined ? undefined : `development.containers.${role}.arguments.${name}`;
    if (said === undefined) {
      if (argument?.need === 'required')
        return [
          {
            at: build.at,
            found: `the build argument ${name} is not given, so it is empty`,
            fix: `give args ${name}`,
            class: 'not-declared',
            clauses: contradiction(promised, place, build.at, '', '').clauses ?? [],
          },
        ];
      return wanted === undefined || wanted === argument?.default
        ? []
        : notDeclared(
            from === undefined ? promised : (subject.system?.whole ?? promised),
            from ?? `${place}.fixed`,
            build.at,
            `the build argument ${name} is not given; the contract says ${wanted}`,
            `${name}: ${wanted}`,
          );
    }
    if (said.value === undefined || !isKnown(said.value)) return [];
    if (wanted !== undefined)
      return said.value === wanted
        ? []
        : [
            contradiction(
              from === undefined ? promised : (subject.system?.whole ?? promised),
              from ?? `${place}.fixed`,
              said.at,
              `the build argument ${name} is ${shown({ ...said, text: said.value })}; the contract says ${wanted}`,
              `${name}: ${wanted}`,
            ),
          ];
    const isBaked = env[name]?.need === 'at build' || env[name]?.alsoAtBuild === true;
    const local = isBaked ? localValue(subject, role, name) : undefined;
    return local === undefined || isValue(said.value, local)
      ? []
      : [
          contradiction(
            promised,
            `env.${name}`,
            said.at,
            `the build argument ${name} is ${shown({ ...said, text: said.value })}; here it is ${valueText(local)}`,
            `${name}: ${valueText(local)}`,
          ),
        ];
  });
  // BuildKit lets an unknown argument pass with a warning.
  const bound = promised.clauses
    .filter(({ binds = [] }) => binds.some((bind) => bind.startsWith(`${promised.at}.image.build.arguments.`)))
    .map(({ id }) => id);
  const others =
    Object.keys(known).length === 0
      ? []
      : [...build.args].filter(([name]) => isKnown(name) && !Object.hasOwn(known, name) && !PREDEFINED.test(name));
  return [
    ...each,
    ...others.map(
      ([name, { at }]): ComposeProblem => ({
        at,
        found: `the contract has no build argument ${shownText(name)}`,
        fix: 'take it out, or add it to the contract',
        clauses: bound,
        ...(bound.length > 0 ? {} : { level: 'warning' as const }),
      }),
    ),
  ];
};
