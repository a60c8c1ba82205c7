import { isRepository, registryOf } from '../reading/image-reference';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const repositoriesArePlain: Rule<ContractSubject> = {
  id: 'repositories-are-plain',
  promise: 'The repository of an image that is built is lower-case and names no registry: each target has its own.',
  source: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests',
  problems: ({ at, contract: { image } }) => {
    if (image.kind === 'published') return [];
    const { repository } = image;
    const here = { at: `${at}.image.repository` };
    const registry = registryOf(repository);
    if (registry !== undefined) {
      const fix = `write ${repository.slice(registry.length + 1)}; the registry belongs to the target: images.registry`;
      return [{ ...here, found: `${quote(repository)} names the registry ${registry}`, fix }];
    }
    const fix = 'write lower-case letters and digits, with ., _ or - between them and / between parts';
    return isRepository(repository) ? [] : [{ ...here, found: `${quote(repository)} is no repository`, fix }];
  },
};
