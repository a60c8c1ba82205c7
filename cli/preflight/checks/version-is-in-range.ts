import { minorOf, VERSIONS } from '../../diff/consequences/versions';
import { curedByHand, good, lacking, noted } from '../outcome';
import type { ClusterCheck } from '../view';

const [FIRST, LAST] = [VERSIONS[0] ?? '', VERSIONS.at(-1) ?? ''];

export const versionIsInRange: ClusterCheck = {
  id: 'version',
  look: async ({ version, server }) => {
    if (minorOf(version) < minorOf(FIRST)) {
      const why = `manifests are made and tested for ${FIRST} to ${LAST}: an older server refuses some fields and forgets others silently`;
      return lacking(curedByHand(`${server.url} runs Kubernetes ${version}`, why, `update the cluster to ${FIRST} or newer`));
    }
    return minorOf(version) > minorOf(LAST)
      ? noted(`Kubernetes ${version} is newer than the ${LAST} that manifests are tested for`)
      : good(`Kubernetes ${version}`);
  },
};
