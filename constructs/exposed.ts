import type { CheckedSystem } from '../contracts/check-all';
import { containerAt } from '../contracts/place';
import type { PlacedContainer } from '../contracts/placed';
import { type PlainTarget, roleOf } from '../contracts/plain';
import { wholeSeconds } from '../contracts/units';
import type { HttpRouteProps } from '../imports/gateway.networking.k8s.io';
import { type Emission, emission } from './emission';
import { type Because, type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import { metadataOf } from './metadata';
import { tlsSecretName } from './names';

type Ingress = Extract<PlainTarget['exposure'], { readonly kind: 'ingress' }>;
type Route = Extract<PlainTarget['exposure'], { readonly kind: 'http-route' }>;

/** The way in from outside to one port, under the host of its public URL: `url` is its name in the system's `exposes`. */
export const exposed = (placed: CheckedSystem, url: string): readonly Emission[] => {
  const { exposure } = placed.target;
  const way = wayIn(placed, url);
  if (exposure.kind === 'ingress') {
    const metadata = { ...metadataOf(placed, way.container), ...annotations(placed, exposure, way) };
    return [emission(placed, 'Ingress', rule('ingress-per-host'), { metadata, spec: toKubeIngressSpec(placed, exposure, way) })];
  }
  if (exposure.kind === 'http-route') {
    const metadata = metadataOf(placed, way.container);
    return [emission(placed, 'HTTPRoute', rule('route-per-host'), { metadata, spec: toRouteSpec(placed, exposure, way) })];
  }
  return [];
};

interface WayIn {
  readonly container: PlacedContainer;
  readonly port: string;
  readonly host: Because<string>;
  /** `todo-chatbot.backend.ports.http` */
  readonly portAt: string;
}
const wayIn = (placed: CheckedSystem, url: string): WayIn => {
  const port = placed.system.exposes[url];
  const container = port === undefined ? undefined : containerAt(placed, roleOf(placed.system, port));
  const value = placed.urls[url];
  if (port === undefined || container === undefined || value === undefined) throw new Error(`${placed.name} exposes no ${url}`);
  return {
    container,
    port: port.port,
    host: say(new URL(value.value).hostname, value.at, `${placed.name}.exposes.${url}`),
    portAt: `${container.at}.ports.${port.port}`,
  };
};
const lastsOf = ({ container, port }: WayIn): string | undefined => container.contract.ports?.[port]?.lasts;

const annotations = (
  { target }: CheckedSystem,
  exposure: Ingress,
  way: WayIn,
): { readonly annotations?: Readonly<Record<string, Because<string>>> } => {
  const at = `${target.name}.exposure`;
  const lasts = lastsOf(way);
  const all = {
    ...Object.fromEntries(Object.entries(exposure.annotations ?? {}).map(([key, value]) => [key, say(value, `${at}.annotations`)])),
    ...(lasts === undefined || exposure.lastsAnnotation === undefined
      ? {}
      : {
          [exposure.lastsAnnotation]: say(
            String(wholeSeconds(lasts)),
            `${way.portAt}.lasts`,
            `${at}.lastsAnnotation`,
            rule('long-responses'),
          ),
        }),
  };
  return Object.keys(all).length === 0 ? {} : { annotations: all };
};

const toKubeIngressSpec = ({ target }: CheckedSystem, exposure: Ingress, way: WayIn): Explained<k8s.IngressSpec> => {
  const at = `${target.name}.exposure`;
  const one = rule('ingress-per-host');
  return {
    ingressClassName: say(exposure.class, `${at}.class`),
    rules: [
      {
        host: way.host,
        http: {
          paths: [
            {
              path: say('/', one),
              pathType: say('Prefix', one),
              backend: {
                service: {
                  name: say(way.container.contract.name, `${way.container.at}.name`, one),
                  port: { name: say(way.port, way.portAt, rule('port-by-name')) },
                },
              },
            },
          ],
        },
      },
    ],
    ...(exposure.tls === 'secret'
      ? {
          tls: [
            {
              hosts: [way.host],
              secretName: say(tlsSecretName(way.container), `${at}.tls`, `${way.container.at}.name`, rule('tls-by-default')),
            },
          ],
        }
      : {}),
  };
};

const toRouteSpec = ({ target }: CheckedSystem, { gateway }: Route, way: WayIn): Explained<NonNullable<HttpRouteProps['spec']>> => {
  const at = `${target.name}.exposure.gateway`;
  const one = rule('route-per-host');
  const lasts = lastsOf(way);
  const number = way.container.contract.ports?.[way.port]?.number ?? 0;
  return {
    hostnames: [way.host],
    parentRefs: [
      {
        group: say('gateway.networking.k8s.io', one),
        kind: say('Gateway', one),
        name: say(gateway.name, `${at}.name`),
        namespace: say(gateway.namespace, `${at}.namespace`),
      },
    ],
    rules: [
      {
        matches: [{ path: { type: say('PathPrefix', one), value: say('/', one) } }],
        backendRefs: [
          {
            group: say('', one),
            kind: say('Service', one),
            name: say(way.container.contract.name, `${way.container.at}.name`, one),
            port: say(number, `${way.portAt}.number`),
            weight: say(1, one),
          },
        ],
        ...(lasts === undefined ? {} : { timeouts: { request: say(lasts, `${way.portAt}.lasts`, rule('long-responses')) } }),
      },
    ],
  } as Explained<NonNullable<HttpRouteProps['spec']>>;
};
