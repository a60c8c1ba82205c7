import { expand } from '../dockerfile/expand';
import { lastOf, ofKeyword } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const exposeMismatch: CheckRule = {
  id: 'expose-mismatch',
  class: 'defect',
  level: 'warning',
  promise: 'EXPOSE has the port that CMD listens on.',
  why: '`docker run -P` and what reads EXPOSE open a port at which nobody answers.',
  fix: 'write one number in both',
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  problems: ({ final, file: { escapes } }) => {
    const step = final === undefined ? undefined : lastOf(final, 'CMD');
    const words = step?.instruction.json;
    if (final === undefined || step === undefined || words === undefined) return [];
    const exposed = ofKeyword(final.chain, 'EXPOSE').flatMap(({ instruction, variables }) =>
      instruction.text.split(/\s+/).map((word) => expand(word, variables, escapes)),
    );
    const at = words.indexOf('--port');
    const port = at === -1 ? words.map((word) => /^--port=(\d+)$/.exec(word)?.[1]).find(Boolean) : words[at + 1];
    if (
      port === undefined ||
      !/^\d+$/.test(port) ||
      exposed.length === 0 ||
      exposed.some((one) => one === undefined || one.includes('-')) ||
      exposed.some((one) => one?.split('/')[0] === port)
    )
      return [];
    return [{ spot: spotIn(step, port), found: `CMD listens on ${port}, EXPOSE says ${exposed.join(', ')}` }];
  },
};
