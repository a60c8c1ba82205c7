import { splitReference } from '../../../contracts/place';
import type { PlacedSystem } from '../../../contracts/placed';
import type { Clause } from '../../clauses/clause';
import { buildArguments } from '../../workflow/build-arguments';
import type { WorkflowExpectation } from './expectation';
import type { PromisedImage, WorkflowPromise } from './rule';

/** What a system promises of its workflow. `places`: the system at each target that pulls from a registry; `role`: one image alone. */
export const promisedWorkflow = (
  places: readonly PlacedSystem[],
  clauses: readonly Clause[],
  expects: readonly WorkflowExpectation[],
  role?: string,
): WorkflowPromise | undefined => {
  const [first] = places;
  if (first === undefined) return undefined;
  const { system, origins } = first;
  const roles = Object.keys(system.contracts);
  const ours = clauses.filter(({ where }) => where === 'workflow' || where === 'tag');
  const examples = new Set(origins.flatMap((origin) => (origin.said === 'owner' ? [origin.at] : [])));
  const images = first.containers.flatMap((container): readonly PromisedImage[] => {
    const { contract, at } = container;
    if (contract.image.kind !== 'built') return [];
    const own = ours.filter(({ id }) => {
      const [, part = ''] = id.split('.');
      return !roles.includes(part) || part === container.role;
    });
    const given = buildArguments(first, container);
    return [
      {
        role: container.role,
        promised: { at, contract, clauses: own, expects: [] },
        image: contract.image,
        pulled: places.map((place) => {
          const reference = place.containers.find((one) => one.role === container.role)?.image.reference ?? '';
          return { target: place.target.name, ...splitReference(reference.split('@')[0] ?? '') };
        }),
        given,
        givenAt: Object.fromEntries(
          Object.entries(given).flatMap(([name]) => {
            const source = container.given[name]?.value;
            const url =
              typeof source === 'object' && source !== null && source.from === 'public URL' ? first.urls[source.url]?.at : undefined;
            return url === undefined ? [] : [[name, url]];
          }),
        ),
        contextIsExample: examples.has(`${at}.image.build.context`),
      },
    ];
  });
  return {
    system,
    whole: { at: system.name, contract: undefined as never, clauses: ours, expects: [] },
    images,
    wanted: role === undefined ? images : images.filter((one) => one.role === role),
    published: first.containers.flatMap(({ role: name, contract: { image } }) =>
      image.kind === 'published' ? [{ role: name, repository: splitReference(image.reference).repository }] : [],
    ),
    expects,
  };
};
