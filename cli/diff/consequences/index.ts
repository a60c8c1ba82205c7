import { capacityChanges } from './capacity/capacity-changes';
import { configurationChanges } from './configuration/configuration-changes';
import { dataGoesAway } from './data/data-goes-away';
import { dataMoves } from './data/data-moves';
import { databaseMajorJumps } from './data/database-major-jumps';
import { budgetLoosened } from './downtime/budget-loosened';
import { fewerPods } from './downtime/fewer-pods';
import { probeLoosened } from './downtime/probe-loosened';
import { replicasChangeHands } from './downtime/replicas-change-hands';
import { exposedMore } from './exposure/exposed-more';
import { imageChanges } from './image/image-changes';
import { leftBehind } from './left-behind';
import { podsRestart } from './pods-restart';
import { apiIsServed } from './refused/api-is-served';
import { claimCannotShrink, claimGrowsWhereItsClassLetsIt, claimIsFixed } from './refused/claim-is-fixed';
import { fixedFields } from './refused/fixed-fields';
import { immutableDataIsFixed } from './refused/immutable-data-is-fixed';
import { jobIsFixed } from './refused/job-is-fixed';
import { listItemsAreNamed } from './refused/list-items-are-named';
import { objectIsValid } from './refused/object-is-valid';
import { podIsFixed } from './refused/pod-is-fixed';
import { selectorIsFixed } from './refused/selector-is-fixed';
import { serviceAddressesAreFixed } from './refused/service-addresses-are-fixed';
import { statefulsetFieldsAreFixed } from './refused/statefulset-fields-are-fixed';
import { storageClassIsFixed } from './refused/storage-class-is-fixed';
import { volumeClaimTemplatesAreFixed } from './refused/volume-claim-templates-are-fixed';
import type { Rule } from './rule';
import { contextWeakened } from './security/context-weakened';
import { networkOpened } from './security/network-opened';
import { podSecurityLowered } from './security/pod-security-lowered';
import { rightsWidened } from './security/rights-widened';
import { secretInTheClear } from './security/secret-in-the-clear';

export const RULES: readonly Rule[] = [
  selectorIsFixed,
  statefulsetFieldsAreFixed,
  volumeClaimTemplatesAreFixed,
  jobIsFixed,
  serviceAddressesAreFixed,
  storageClassIsFixed,
  claimCannotShrink,
  claimGrowsWhereItsClassLetsIt,
  claimIsFixed,
  immutableDataIsFixed,
  podIsFixed,
  fixedFields,
  listItemsAreNamed,
  apiIsServed,
  objectIsValid,
  dataGoesAway,
  dataMoves,
  databaseMajorJumps,
  contextWeakened,
  podSecurityLowered,
  rightsWidened,
  networkOpened,
  secretInTheClear,
  fewerPods,
  replicasChangeHands,
  budgetLoosened,
  probeLoosened,
  exposedMore,
  imageChanges,
  podsRestart,
  capacityChanges,
  configurationChanges,
  leftBehind,
];
