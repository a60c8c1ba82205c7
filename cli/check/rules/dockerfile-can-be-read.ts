import { nearest } from '../../../contracts/reading/nearest';
import { type CheckRule, spotIn, TOP } from '../rule';

const KNOWN = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
];
const LONGEST = 60;

export const dockerfileCanBeRead: CheckRule = {
  id: 'dockerfile-can-be-read',
  class: 'defect',
  level: 'problem',
  promise: 'The file is one that a builder reads.',
  why: 'The build ends before it begins.',
  fix: 'mend the line',
  source: 'https://docs.docker.com/reference/dockerfile/',
  problems: ({ file: { problems, instructions }, stages: { stages } }) => {
    const unknown = instructions.filter(({ keyword }) => !KNOWN.includes(keyword));
    return [
      ...problems.map(({ line, found, fix }) => ({ spot: { line, column: 1 }, found, fix })),
      ...unknown.map((one) => {
        const meant = nearest(one.keyword, KNOWN);
        return {
          spot: spotIn(one),
          found: `${one.written.slice(0, LONGEST)} is no instruction`,
          ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
        };
      }),
      ...(stages.length === 0 && problems.length === 0
        ? [{ spot: TOP, found: 'there is no FROM, so nothing is built', fix: 'begin a stage with FROM' }]
        : []),
      ...stages
        .filter(({ base }) => base === '')
        .map(({ from }) => ({ spot: spotIn(from), found: 'FROM names no image', fix: 'name one' })),
    ];
  },
};
