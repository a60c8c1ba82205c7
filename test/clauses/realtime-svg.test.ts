import { imagesOf, tagOf } from '../support/images-of';
import { both, departedFrom, inProduction, proofsOf } from '../support/proofs-of';

const BINARIES = ['backend', 'frontend'] as const;
const podOf = (binary: string) => `Deployment/realtime-svg-${binary} spec.template.spec`;

proofsOf('realtime-svg', ({ prove }) => {
  prove('realtime-svg.runtime.entrypoint-k8s', both, ({ see }) => {
    for (const binary of BINARIES) expect(see(`${podOf(binary)}.containers[${binary}].command`)).toBeUndefined();
  });
  prove('realtime-svg.runtime.cmd', both, ({ see }) => {
    for (const binary of BINARIES) expect(see(`${podOf(binary)}.containers[${binary}].args`)).toEqual([`/usr/local/bin/${binary}`]);
    expect(departedFrom('realtime-svg.runtime.cmd')).toContain('TARGET_BINARY');
  });
  prove('realtime-svg.runtime.ca-certificates', both, ({ see }) => {
    for (const binary of BINARIES) {
      const ports = (see(`NetworkPolicy/realtime-svg-${binary} spec.egress`) as readonly { readonly ports: readonly object[] }[]).flatMap(
        (egress) => egress.ports,
      );

      expect(ports).toContainEqual({ port: 6379, protocol: 'TCP' });
      expect(ports).toContainEqual({ port: 443, protocol: 'TCP' });
    }
  });
  prove('realtime-svg.build.multi-tag', both, (here) => {
    const owner = here.target === 'production' ? 'ghcr.io/yourorg/' : '';

    for (const binary of BINARIES) {
      expect(here.see(`${podOf(binary)}.containers[${binary}].image`)).toBe(`${owner}realtime-svg-${binary}:v1.0.0`);
    }
    expect(imagesOf(here).map(tagOf)).not.toContain('latest');
  });
  prove('realtime-svg.build.multi-nodes', inProduction, ({ see }) => {
    for (const binary of BINARIES) {
      const affinity = `${podOf(binary)}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`;

      expect(see(`${affinity}.nodeSelectorTerms`)).toEqual([
        {
          matchExpressions: [
            { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64', 'arm64', 'arm'] },
            { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
          ],
        },
      ]);
    }
  });
});
