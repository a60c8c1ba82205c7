import type { Rule } from '../../../contracts/rule';
import type { ValueSubject } from '../value-subject';
import { asymmetricKeysArePem } from './asymmetric-keys-are-pem';
import { externalDatabasesUseTls } from './external-databases-use-tls';
import { externalPortsAreOpen } from './external-ports-are-open';
import { urlsAreWhole } from './urls-are-whole';
import { valuesAreAllowed } from './values-are-allowed';
import { valuesAreLongEnough } from './values-are-long-enough';

/** In reporting order. They never see a manifest: no secret is ever in one. */
export const VALUE_RULES: readonly Rule<ValueSubject>[] = [
  valuesAreLongEnough,
  valuesAreAllowed,
  urlsAreWhole,
  externalDatabasesUseTls,
  externalPortsAreOpen,
  asymmetricKeysArePem,
];
