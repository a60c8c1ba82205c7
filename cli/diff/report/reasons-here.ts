import type { FieldReason, ReasonOf } from './report';

/**
 * Why a field is there, for manifests that this repository's own systems make now. Systems are made when the first field asks, since a
 * diff of other manifests, or one without a difference, needs none of it.
 */
export const reasonsHere = (): ReasonOf => {
  let reasons: ReasonOf | undefined;
  return (object, path) => {
    if (object.context === undefined) return undefined;
    reasons ??= ownReasons();
    return reasons(object, path);
  };
};

const ownReasons = (): ReasonOf => {
  const { fieldReasons } = require('./field-reasons') as typeof import('./field-reasons');
  const { readClauses } = require('../../clauses/read-clauses') as typeof import('../../clauses/read-clauses');
  const { synthesize } = require('../../../constructs/synthesize') as typeof import('../../../constructs/synthesize');
  const { systems } = require('../../../systems') as typeof import('../../../systems');
  const { targets, versions } = require('../../../targets') as typeof import('../../../targets');
  const { findings, systems: made } = synthesize(systems, targets, versions);
  const none = (): FieldReason | undefined => undefined;
  return findings.length > 0
    ? none
    : fieldReasons(
        made,
        readClauses,
        targets.map(({ name }) => name),
      );
};
