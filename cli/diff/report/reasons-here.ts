import type { ReasonOf } from './report';

/** Why a field is there, for manifests of this repository's own systems. Asked for only when something differs. */
export const reasonsHere = (): ReasonOf => () => undefined;
