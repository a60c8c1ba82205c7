import type { PlacedSystem } from '../../contracts/placed';
import { deviationsPage } from '../../docs/make/deviations-page';
import { ourSynthesis } from '../support/our-synthesis';

const placed = ourSynthesis().systems.map(({ chart }) => chart.placed);
const patched = placed.map(
  (one): PlacedSystem =>
    one.name === 'realtime-svg' && one.target.name === 'production'
      ? {
          ...one,
          patches: [{ object: 'Deployment/realtime-svg-backend', at: '/spec/replicas', value: 5, because: 'Pictures | <peak>\nhours' }],
        }
      : one,
);
const departure = { said: 'departure', literal: '/a|b', clause: 'shop.web.path', because: 'No `/a|b` there.' } as const;
/** The lines of one chapter's table, without its head. */
const chapter = (title: string, deviations: Parameters<typeof deviationsPage>[0]): readonly string[] =>
  (deviationsPage(deviations).split(`## ${title}`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\| (?!---)/.test(line))
    .slice(1);

describe('The page of deviations lists', () => {
  it('each departure with clause, literal, emitted value, target and reason', () => {
    const origins = [
      { ...departure, at: 'shop.web.volumes.a.path', value: '/b' },
      { ...departure, at: 'minikube.shop.public.api', value: ['sh', '-c'] },
    ];

    expect(chapter('Where the literal value of a document cannot work', { origins, placed })).toEqual([
      '| `shop.web.path` | `/a\\|b` | `/b` | every target | No `/a\\|b` there. | `shop.web.volumes.a.path` |',
      '| `shop.web.path` | `/a\\|b` | `sh -c` | minikube | No `/a\\|b` there. | `minikube.shop.public.api` |',
    ]);
  });
  it('each patch with its reason, which is prose and no markup', () => {
    expect(chapter('Fields changed by hand', { origins: [], placed: patched })).toEqual([
      '| `Deployment/realtime-svg-backend` | `/spec/replicas` | `5` | production | Pictures \\| &lt;peak&gt; hours | `production.realtime-svg.patches[0]` |',
    ]);
  });
  it('what was added apart from it, and the facts that are still examples with their question', () => {
    const { origins } = ourSynthesis();
    const count = (said: string) => origins.filter((origin) => origin.said === said).length;

    expect(chapter('What we added where the documents are silent', { origins, placed })).toHaveLength(count('added'));
    expect(chapter('Facts that are still examples', { origins, placed })).toHaveLength(count('owner'));
  });
  it('nothing as nothing', () => {
    expect(deviationsPage({ origins: [], placed }).match(/None\./g)).toHaveLength(4);
  });
});
