import type { PlacedSystem } from '../../contracts/placed';

/** Every place in the authors' data about one system at one target, written as reasons write it. */
export const placesOf = ({ name, system, target, containers }: PlacedSystem, versions: object): readonly string[] => [
  ...below({ ...system, contracts: undefined, jobs: undefined }, name),
  ...system.jobs.flatMap((job) => below(job, `${name}.jobs.${job.name}`)),
  ...containers.flatMap(({ at, contract }) => below(contract, at)),
  ...below({ ...target, systems: undefined }, target.name),
  ...target.systems.flatMap((one) => below(one.settings, `${target.name}.${one.system}`)),
  ...below(versions, 'versions.json'),
];

const below = (value: unknown, at: string): readonly string[] => {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [at, ...value.flatMap((item, index) => below(item, `${at}[${index}]`))];
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => below(item, `${at}.${key}`))];
};
