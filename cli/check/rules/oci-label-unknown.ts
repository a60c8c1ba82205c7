import { unquoted } from '../dockerfile/parse-words';
import { pairsOf } from '../dockerfile/read-stages';
import { allSteps, type CheckRule, spotIn } from '../rule';

const PREFIX = 'org.opencontainers.image.';
const KEYS = [
  'created',
  'authors',
  'url',
  'documentation',
  'source',
  'version',
  'revision',
  'vendor',
  'licenses',
  'ref.name',
  'title',
  'description',
  'base.digest',
  'base.name',
];

export const ociLabelUnknown: CheckRule = {
  id: 'oci-label-unknown',
  class: 'defect',
  level: 'warning',
  promise: 'Labels below org.opencontainers.image are those the OCI defines.',
  why: 'The namespace is reserved: no tool reads the label, and a later version may give it another meaning.',
  fix: 'take a key of your own namespace',
  source: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
  problems: (subject) =>
    allSteps(subject)
      .filter(({ instruction }) => instruction.keyword === 'LABEL')
      .flatMap((step) =>
        pairsOf(step.instruction.text, '\\')
          .map(([name]) => unquoted(name, '\\'))
          .filter((name) => name.startsWith(PREFIX) && !KEYS.includes(name.slice(PREFIX.length)))
          .map((name) => ({ spot: spotIn(step, name), found: `${name} is no key of the OCI’s own namespace` })),
      ),
};
