import { pinned } from './actions';
import type { StepTree } from './tree';

/** GitHub's own registry takes the token of the run; for any other the repository keeps what `waybill secrets` reads as well. */
export const loginStep = (host: string): StepTree => ({
  name: host === 'ghcr.io' ? 'Log in to GitHub Container Registry' : `Log in to ${host}`,
  uses: pinned('docker/login-action'),
  with: {
    registry: host,
    ...(host === 'ghcr.io'
      ? { username: '${{ github.actor }}', password: '${{ secrets.GITHUB_TOKEN }}' }
      : { username: '${{ secrets.REGISTRY_USERNAME }}', password: '${{ secrets.REGISTRY_PASSWORD }}' }),
  },
});
