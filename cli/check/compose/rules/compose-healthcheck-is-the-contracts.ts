import { nanoseconds } from '../../dockerfile/nanoseconds';
import { contradiction, notDeclared } from '../problem-at';
import type { ToldHealthcheck } from '../read/compose-service';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { shown, shownText } from '../shown';
import { comparedPairs } from '../wanted-pairs';

export const composeHealthcheckIsTheContracts: ComposeRule = {
  id: 'compose-healthcheck-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'A health check of the compose file asks what the contract says, as often and as patiently.',
  why: 'It takes the place of the image’s own check: what waits for the service waits for another answer than the cluster does.',
  fix: 'write the figures of the contract, or leave the check to the image',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const URLS = /https?:\/\/[^\s'"`)\\,]+/g;
const LOCAL = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(?=[/?#]|$)/;
const urlsIn = (text: string): readonly string[] =>
  (text.match(URLS) ?? []).map((url) => url.replace(/\/\/(?:127\.0\.0\.1|0\.0\.0\.0|\[::1\])/, '//localhost'));
const words = (text: string): string => text.trim().split(/\s+/).join(' ');
/** How a program asks is its own affair where it asks an address; else word by word. */
const asksTheSame = (a: string, b: string): boolean => {
  const wanted = urlsIn(b);
  return wanted.length === 0 ? words(a) === words(b) : wanted.join(' ') === urlsIn(a).join(' ');
};
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] => {
  const wanted = promised.contract.health.healthcheck;
  const check = service.healthcheck;
  const place = 'health.healthcheck';
  if (service.isOpen) return [];
  if (check === undefined) {
    // An image of the team has its own HEALTHCHECK, which the Dockerfile is held to.
    return wanted === undefined || promised.contract.image.kind === 'built'
      ? []
      : notDeclared(
          promised,
          `${place}.command`,
          service.at,
          'there is no health check, and the contract has one',
          `test: ["CMD-SHELL", ${JSON.stringify(wanted.command)}]`,
        );
  }
  if (check.isDisabled)
    return wanted === undefined
      ? []
      : [
          contradiction(
            promised,
            `${place}.command`,
            check.test?.at ?? check.at,
            'the health check is switched off, and the contract has one',
            'take this out',
          ),
        ];
  const own = subject.system?.system.development.containers[role]?.healthcheck;
  const command = own ?? wanted?.command;
  return [
    ...portProblems(promised, check),
    ...(wanted === undefined ? [] : figureProblems(promised, check, wanted)),
    ...(command === undefined
      ? []
      : commandProblems(subject, promised, check, command, own === undefined ? undefined : `development.containers.${role}.healthcheck`)),
  ];
};
const textOf = ({ test }: ToldHealthcheck): string | undefined => {
  const text = test?.words.join(' ');
  return text === undefined || !isKnown(text) ? undefined : text;
};
const commandProblems = (
  subject: ComposeSubject,
  promised: Pair['promised'],
  check: ToldHealthcheck,
  command: string,
  place: string | undefined,
): readonly ComposeProblem[] => {
  const text = textOf(check);
  if (check.test === undefined || text === undefined || asksTheSame(text, command)) return [];
  return [
    contradiction(
      place === undefined ? promised : (subject.system?.whole ?? promised),
      place ?? 'health.healthcheck.command',
      check.test.at,
      `the health check runs ${shown({ text, ...(check.test.isMade ? { isMade: true } : {}) })}; the contract says ${shownText(command)}`,
      `test: ["CMD-SHELL", ${JSON.stringify(command)}]`,
    ),
  ];
};
/** An address on the container itself has one of its ports, whatever else is asked. */
const portProblems = (promised: Pair['promised'], check: ToldHealthcheck): readonly ComposeProblem[] => {
  const numbers = Object.values(promised.contract.ports ?? {}).map(({ number }) => number);
  const [name] = Object.keys(promised.contract.ports ?? {});
  if (check.test === undefined || numbers.length === 0 || promised.contract.health.healthcheck !== undefined) return [];
  const wrong = urlsIn(textOf(check) ?? '').flatMap((url) => {
    const [all, port] = LOCAL.exec(url) ?? [];
    const number = all === undefined ? undefined : Number(port ?? (url.startsWith('https') ? 443 : 80));
    return number === undefined || numbers.includes(number) ? [] : [number];
  });
  return wrong.map((number) =>
    contradiction(
      promised,
      `ports.${name}.number`,
      (check.test ?? check).at,
      `the health check asks port ${number} of the container; the contract has ${numbers.join(', ')}`,
      `ask port ${numbers[0]}`,
    ),
  );
};
type Healthcheck = NonNullable<Pair['promised']['contract']['health']['healthcheck']>;
const figureProblems = (promised: Pair['promised'], check: ToldHealthcheck, wanted: Healthcheck): readonly ComposeProblem[] => {
  const isPublished = promised.contract.image.kind === 'published';
  const figure = (
    key: 'interval' | 'timeout' | 'startPeriod' | 'retries',
    name: string,
    isSame: (text: string) => boolean,
    fallback: string,
  ) => {
    const said = check[key];
    const place = `health.healthcheck.${key}`;
    const fix = `${name}: ${wanted[key]}`;
    if (said !== undefined)
      return !isKnown(said.text) || isSame(said.text)
        ? []
        : [
            contradiction(
              promised,
              place,
              said.at,
              `the ${name} of the health check is ${shown(said)}; the contract says ${wanted[key]}`,
              fix,
            ),
          ];
    // What is not given is the image's own, which the Dockerfile is held to.
    return !isPublished || isSame(fallback)
      ? []
      : notDeclared(
          promised,
          place,
          check.at,
          `the ${name} of the health check is not given, so it is ${fallback}; the contract says ${wanted[key]}`,
          fix,
        );
  };
  const duration = (key: 'interval' | 'timeout' | 'startPeriod') => (text: string) => nanoseconds(text) === nanoseconds(wanted[key]);
  return [
    ...figure('interval', 'interval', duration('interval'), '30s'),
    ...figure('timeout', 'timeout', duration('timeout'), '30s'),
    ...figure('startPeriod', 'start_period', duration('startPeriod'), '0s'),
    ...figure('retries', 'retries', (text) => Number(text) === wanted.retries, '3'),
  ];
};
