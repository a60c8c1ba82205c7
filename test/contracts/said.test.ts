import { added, departs, owner, scratch } from '../../contracts';
import { type Origin, unsaid } from '../../contracts/said';

const reading = (value: unknown) => {
  const origins: Origin[] = [];
  return { plain: unsaid(value, 'shop.api', origins), origins };
};

describe('A value that says who said it', () => {
  it('is read as the value, wherever it stands, and its origin is kept with its place', () => {
    const data = {
      user: { uid: departs(70, { literal: 1000, clause: 'shop.uid', because: 'The image has no 1000.' }) },
      stages: [added({ name: 'runner' }, 'The document leaves it unnamed.')],
      host: owner('Which host?', { example: 'db.example.com' }),
      title: 'API',
    };

    expect(reading(data)).toEqual({
      plain: { host: 'db.example.com', stages: [{ name: 'runner' }], title: 'API', user: { uid: 70 } },
      origins: [
        { said: 'owner', at: 'shop.api.host', value: 'db.example.com', ask: 'Which host?' },
        { said: 'added', at: 'shop.api.stages[0]', value: { name: 'runner' }, because: 'The document leaves it unnamed.' },
        { said: 'departure', at: 'shop.api.user.uid', value: 70, literal: 1000, clause: 'shop.uid', because: 'The image has no 1000.' },
      ],
    });
  });

  it('may hold another: both origins are kept, the inner one first, and the place has no word of either', () => {
    const tmp = added(scratch('/tmp', 'Temporary files', { atMost: added('64Mi', 'It can fill the node.') }), 'The root is read-only.');

    const { plain, origins } = reading({ tmp });

    expect(plain).toEqual({ tmp: { atMost: '64Mi', kind: 'scratch', need: 'required', path: '/tmp', purpose: 'Temporary files' } });
    expect(origins.map(({ at, said }) => [at, said])).toEqual([
      ['shop.api.tmp.atMost', 'added'],
      ['shop.api.tmp', 'added'],
    ]);
  });

  it('comes out by code point, whatever order the author wrote', () => {
    const one = reading({ b: added(1, 'x'), a: { d: 1, c: 2 } });
    const other = reading({ a: { c: 2, d: 1 }, b: added(1, 'x') });

    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});
