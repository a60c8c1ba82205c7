import type { WorkflowRule } from '../rule';
import { actionNotPinned } from './action-not-pinned';
import { buildTimeIsBounded } from './build-time-is-bounded';
import { dockerVersionIsChecked } from './docker-version-is-checked';
import { imagesArePushed } from './images-are-pushed';
import { imagesAreScanned } from './images-are-scanned';
import { imagesHaveAJob } from './images-have-a-job';
import { latestIsNotPushed } from './latest-is-not-pushed';
import { metadataUnknownExpression } from './metadata-unknown-expression';
import { pushedImagesArePulled } from './pushed-images-are-pulled';
import { secretAsBuildArgument } from './secret-as-build-argument';
import { stagesAreBuilt } from './stages-are-built';
import { tagFormsArePushed } from './tag-forms-are-pushed';
import { tagInvalid } from './tag-invalid';
import { tagsAreThePolicys } from './tags-are-the-policys';
import { versionsArePushedOnce } from './versions-are-pushed-once';
import { workflowArguments } from './workflow-arguments';
import { workflowCanBeRead } from './workflow-can-be-read';
import { workflowClausesAreKept } from './workflow-clauses-are-kept';
import { workflowContext } from './workflow-context';
import { workflowIsTheContracts } from './workflow-is-the-contracts';
import { workflowLabels } from './workflow-labels';
import { workflowMissingPackagesWrite } from './workflow-missing-packages-write';
import { workflowPlatforms } from './workflow-platforms';
import { workflowTagMismatch } from './workflow-tag-mismatch';

/** In reporting order: can it be read, does it keep the contract, can it work. */
export const WORKFLOW_RULES: readonly WorkflowRule[] = [
  workflowCanBeRead,
  workflowIsTheContracts,
  imagesHaveAJob,
  imagesArePushed,
  pushedImagesArePulled,
  workflowTagMismatch,
  latestIsNotPushed,
  tagsAreThePolicys,
  tagFormsArePushed,
  versionsArePushedOnce,
  workflowContext,
  workflowPlatforms,
  workflowArguments,
  workflowLabels,
  imagesAreScanned,
  buildTimeIsBounded,
  dockerVersionIsChecked,
  stagesAreBuilt,
  workflowClausesAreKept,
  workflowMissingPackagesWrite,
  metadataUnknownExpression,
  tagInvalid,
  secretAsBuildArgument,
  actionNotPinned,
];
