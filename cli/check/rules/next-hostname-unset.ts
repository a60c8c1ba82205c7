import { lastOf } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const nextHostnameUnset: CheckRule = {
  id: 'next-hostname-unset',
  class: 'defect',
  level: 'warning',
  promise: 'A standalone Next.js server is told to listen on every address.',
  why: 'It binds to the container’s own name: localhost, health checks in the container and port-forward find nobody.',
  fix: 'ENV HOSTNAME=0.0.0.0',
  source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/output',
  problems: ({ final }) => {
    if (final === undefined || final.variables.has('HOSTNAME')) return [];
    const step = lastOf(final, 'CMD');
    const runs = step?.instruction.json?.join(' ') === 'node server.js' && lastOf(final, 'ENTRYPOINT') === undefined;
    const isStandalone = final.chain.some(({ copy }) => copy?.sources.some((source) => /\.next\/standalone\/?$/.test(source)));
    return step !== undefined && runs && isStandalone
      ? [
          {
            spot: spotIn(step),
            found: 'server.js listens on $HOSTNAME, which a container sets to its own name',
            fix: 'ENV HOSTNAME=0.0.0.0',
          },
        ]
      : [];
  },
};
