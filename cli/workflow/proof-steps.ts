import type { BuiltImage } from '../../contracts/image';
import type { Plain } from '../../contracts/plain';
import { megabytes } from '../../contracts/units';
import { pinned } from './actions';
import type { StepTree } from './tree';

const MEGABYTE = 1_000_000;

/** The image as `docker images` counts it. */
export const sizeStep = (image: string, { size }: Plain<BuiltImage>): readonly StepTree[] =>
  size === undefined
    ? []
    : [
        {
          name: `The image has at most ${size.maximum}`,
          env: { IMAGE: image, AT_MOST: (megabytes(size.maximum) ?? 0) * MEGABYTE },
          run: [
            'size=$(docker image inspect --format \'{{.Size}}\' "$IMAGE")',
            'echo "$size bytes"',
            'if ((size > AT_MOST)); then',
            '  echo "::error title=the image is too large::$size bytes, and the contract allows $AT_MOST"',
            '  exit 1',
            'fi',
            '',
          ].join('\n'),
        },
      ];
/** Before anything is pushed; what it finds ends the job. */
export const scanStep = (image: string, { scan }: Plain<BuiltImage>): StepTree =>
  scan === 'docker scout'
    ? {
        name: 'Look for known vulnerabilities',
        uses: pinned('docker/scout-action'),
        with: {
          command: 'cves',
          image: `local://${image}`,
          'only-severities': 'critical,high',
          'exit-code': true,
          'write-comment': false,
          'dockerhub-user': '${{ secrets.DOCKERHUB_USERNAME }}',
          'dockerhub-password': '${{ secrets.DOCKERHUB_TOKEN }}',
        },
      }
    : {
        name: 'Look for known vulnerabilities',
        uses: pinned('anchore/scan-action'),
        with: { image, 'severity-cutoff': 'high', 'fail-build': true, 'output-format': 'table' },
      };
export const dockerStep = ({ build: { docker } }: Plain<BuiltImage>): readonly StepTree[] =>
  docker === undefined
    ? []
    : [
        {
          name: `Docker is ${docker} or newer`,
          env: { AT_LEAST: docker },
          run: [
            "version=$(docker version --format '{{.Server.Version}}')",
            'echo "$version"',
            'oldest=$(printf \'%s\\n\' "$AT_LEAST" "$version" | sort -V | head -n 1)',
            '[[ $oldest == "$AT_LEAST" ]]',
            '',
          ].join('\n'),
        },
      ];
