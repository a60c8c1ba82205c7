import { added, connect, container, departs, optionalSecret, owner, publicUrls, scratch, system, tcp } from '../contracts';

/** 003: one Dockerfile, one image for each of its two binaries. */
const family = <const N extends 'realtime-svg-backend' | 'realtime-svg-frontend', const B extends 'backend' | 'frontend'>(
  name: N,
  binary: B,
  examplePort: number,
) =>
  container({
    name,
    document: `003 ${binary}`,
    title: `Multiplatform Rust ${binary} for realtime-svg`,
    image: {
      kind: 'built',
      repository: name,
      version: added('v1.0.0', 'The document’s examples say latest only, which no manifest may carry.'),
      tags: added(
        { latest: 'laptop', immutable: false, forms: { version: 'v1.0.0', 'git sha': 'git-abc1234' } } as const,
        'The document has no tag policy; its latest examples are for the laptop.',
      ),
      base: 'debian:bookworm-slim',
      platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
      size: { maximum: '100MB' },
      labels: {
        'org.opencontainers.image.title': name,
        'org.opencontainers.image.description': `Multiplatform Rust ${binary} for realtime-svg`,
        'org.opencontainers.image.version': { atBuild: 'tag' },
        'org.opencontainers.image.platform': { atBuild: 'platform' },
      },
      build: {
        context: '.',
        dockerfile: 'Dockerfile',
        stages: [
          { name: 'chef', from: 'lukemathwalker/cargo-chef:latest-rust-${RUST_VERSION}', purpose: 'Rust with cargo-chef' },
          { name: 'planner', from: 'chef', purpose: 'Dependency graph' },
          { name: 'builder', from: 'rust:${RUST_VERSION}-bookworm', purpose: 'Cross-compile' },
          { name: 'runtime', from: 'debian:bookworm-slim', purpose: 'Smallest image that runs the binary' },
        ],
        arguments: {
          BUILDPLATFORM: { need: 'automatic', description: 'Platform that builds', example: 'linux/amd64' },
          TARGETPLATFORM: { need: 'automatic', description: 'Platform that runs the image', example: 'linux/arm64' },
          TARGETOS: { need: 'automatic', description: 'Target operating system', example: 'linux' },
          TARGETARCH: { need: 'automatic', description: 'Target architecture', example: 'arm64' },
          RUST_VERSION: { need: 'optional', default: '1.86', description: 'Rust compiler version' },
          TARGET_BINARY: { need: 'optional', default: 'backend', description: 'Binary to build (backend or frontend)', fixed: binary },
        },
        copies: [{ stage: 'builder', from: '/app/${TARGET_BINARY}', to: '/usr/local/bin/${TARGET_BINARY}' }],
      },
    },
    user: added(
      { uid: 10001, gid: 10001 },
      'The document names no user, so the image runs as root; the binary is readable by everyone and any user will do.',
    ),
    ports: {
      http: tcp(owner(`On which port does the ${binary} of realtime-svg listen?`, { example: examplePort }), 'No clause states the port', {
        lasts: added('1h', 'A realtime picture is one long response; a proxy’s usual minute would cut it.'),
      }),
    },
    env: { REDIS_URL: added(optionalSecret('Redis, with TLS'), 'The document speaks of Redis TLS and names no variable.') },
    health: {
      liveness: added(
        connect('http', { every: '30s', within: '5s', failures: 3 }),
        'The document names no health path; that the port answers is all that can be asked.',
      ),
      readiness: added(connect('http', { every: '10s', within: '3s', failures: 3 }), 'As for liveness.'),
      startsWithin: added('30s', 'A compiled binary starts at once.'),
    },
    volumes: { tmp: added(scratch('/tmp', 'Temporary files', { atMost: '64Mi' }), 'The root is read-only.') },
    resources: added(
      { requests: { cpu: '50m', memory: '32Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      'The document gives no figures; a Rust server needs little until it is called.',
    ),
    process: {
      entrypoint: ['/usr/bin/tini', '--'],
      command: departs([`/usr/local/bin/${binary}`], {
        literal: 'CMD ["/usr/local/bin/${TARGET_BINARY}"]',
        clause: 'realtime-svg.runtime.cmd',
        because: 'The exec form expands no variable and the argument is gone at run time: tini would look for a file of that very name.',
      }),
      stopSignal: added('SIGTERM', 'The image sets no STOPSIGNAL, so the default holds; tini passes it on.'),
      stopsWithin: added('60s', 'Long responses get time to end.'),
      drain: added(['sleep', '5'], 'A pod that goes is still called until every node has heard of it.'),
    },
    needs: {
      external: {
        redis: {
          what: 'Redis',
          host: owner('Which host has the Redis of realtime-svg?', { example: 'redis.example.com' }),
          port: owner('On which port does Redis answer (6379, with TLS 6380)?', { example: 6379 }),
          where: 'anywhere',
        },
        https: {
          what: 'external APIs over HTTPS (ca-certificates is there for them)',
          host: owner('Which external APIs does realtime-svg call?', { example: 'api.example.com' }),
          port: added(443, 'HTTPS.'),
          where: 'internet',
        },
      },
    },
    runs: 'until stopped',
  });

export const backend = family('realtime-svg-backend', 'backend', 8080);
export const frontend = family('realtime-svg-frontend', 'frontend', 3000);

const urls = publicUrls({ site: frontend.ports.http, api: backend.ports.http });

export const realtimeSvg = system({
  name: 'realtime-svg',
  containers: { backend, frontend },
  exposes: urls,
  given: {},
  talks: [{ from: frontend, to: backend.ports.http, why: 'The frontend serves pictures that the backend draws.' }],
});
