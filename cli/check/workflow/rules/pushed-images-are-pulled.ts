import { heldHere } from '../held-by';
import { canBe, shown } from '../read/parts';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

export const pushedImagesArePulled: WorkflowRule = {
  id: 'pushed-images-are-pulled',
  class: 'contradicts',
  level: 'problem',
  promise: 'The image is pushed to the registry and under the name from which manifests pull it.',
  why: 'There are two images: the one that is pushed, which nobody runs, and the one that is pulled, which is not there: ImagePullBackOff.',
  fix: 'push to the name that the manifests have, or name the registry in the target',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  problems: (subject) =>
    subject.pairs.flatMap((pair) => {
      const { image } = pair;
      const { ids } = heldHere('pushed-images-are-pulled', image.promised.clauses);
      const bound = image.promised.clauses
        .filter(({ binds = [] }) => binds.includes(`${image.promised.at}.image.repository`))
        .map(({ id }) => id);
      const pushes = pushesOf(pair);
      return image.pulled.flatMap(({ target, repository }): readonly WorkflowProblem[] => {
        const refs = pushes.flatMap(({ build }) => build.refs);
        const isOpen = pushes.some(({ build, event: _ }) => !build.refsAreAll) || pair.looks.some(({ job }) => job.isOpen);
        const [first] = refs;
        if (first === undefined || isOpen || refs.some((ref) => canBe(ref.repository, repository.toLowerCase()))) return [];
        const metadata = pair.looks.flatMap(({ job }) => job.metadata).find((one) => one.refs.includes(first));
        return [
          {
            at: metadata?.step.with.get('images')?.at ?? first.at,
            found: `pushes ${[...new Set(refs.map((ref) => shown(ref.repository)))].join(', ')}; the manifests of ${target} pull ${repository}`,
            fix: `push ${repository}, or name the registry in the target`,
            clauses: [...ids, ...bound],
          },
        ];
      });
    }),
};
