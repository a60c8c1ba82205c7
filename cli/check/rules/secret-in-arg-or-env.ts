import type { Instruction } from '../dockerfile/instruction';
import { parseWords, unquoted } from '../dockerfile/parse-words';
import { pairsOf } from '../dockerfile/read-stages';
import { allSteps, type CheckRule, spotIn } from '../rule';

const SECRET = /(?:^|_)(?:SECRET|SECRET_KEY|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY|CREDENTIALS?)$/i;
const OTHER = /(?:^|_)(?:PUBLIC|NEXT_PUBLIC|VITE|ALLOW|NO|DISABLE|ENABLE|USE|REQUIRE)_/i;
/** A made-up value that lets a build run is none; nor is a switch, a path, or what only refers to something. */
const isLiteral = (value: string): boolean =>
  value.length >= 6 &&
  !/[$/{<]|^(?:true|false|none|null|dummy|placeholder|change|example|fake|test|build|your|not|xxx|insecure|secret|password|un(?:used|needed|necessary|known)|no[nt]?[-_]|temp|tmp|sample|default|dev|mock|stub|random|ignore|precompile|foo)/i.test(
    value,
  );
const pairs = ({ keyword, text }: Instruction): readonly (readonly [string, string])[] =>
  keyword === 'ENV'
    ? pairsOf(text, '\\')
    : parseWords(text, '\\').map((word) => [word.split('=', 1)[0] ?? '', word.includes('=') ? word.slice(word.indexOf('=') + 1) : '']);

export const secretInArgOrEnv: CheckRule = {
  id: 'secret-in-arg-or-env',
  class: 'defect',
  level: 'problem',
  promise: 'No ARG or ENV holds a secret.',
  why: '`docker history` shows it to everybody who can pull the image.',
  fix: 'give it at run time, or to a build with RUN --mount=type=secret',
  source: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  problems: (subject) => {
    const secrets = Object.entries(subject.promised?.contract.env ?? {})
      .filter(([, { need }]) => need.endsWith('secret'))
      .map(([name]) => name);
    return allSteps(subject)
      .filter(({ instruction }) => instruction.keyword === 'ARG' || instruction.keyword === 'ENV')
      .flatMap((step) =>
        pairs(step.instruction)
          .filter(([name, value]) => secrets.includes(name) || (SECRET.test(name) && !OTHER.test(name) && isLiteral(unquoted(value, '\\'))))
          .map(([name]) => ({ spot: spotIn(step, name), found: `${step.instruction.keyword} ${name} keeps a secret in the image` })),
      );
  },
};
