/** What an author of a contract, a system or a target writes with. */
export { type Contract, container, type Resources } from './container';
export type { Database } from './database';
export { connect, exec, get, grpc, none } from './health';
export { tcp, udp } from './ports';
export { publicUrls } from './public-urls';
export { own, text } from './references';
export { added, departs, owner } from './said';
export { fromOwner, generated, secrets } from './secrets';
export { type AnySystem, system } from './system';
export { on, type Target, target, type Versions } from './target';
export { atBuild, optional, optionalSecret, required, requiredSecret, setByImage } from './variables';
export { memory, persistent, scratch } from './volumes';
