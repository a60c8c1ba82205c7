import { isDomain } from './names';

/** A name that a browser anywhere can resolve: no bare word, no address, nothing that only a cluster or a local network knows. */
export const isPublicHost = (host: string): boolean =>
  isDomain(host) && host.includes('.') && !/(^|\.)\d+$/.test(host) && !/\.(local|localhost|svc)$/.test(host);
