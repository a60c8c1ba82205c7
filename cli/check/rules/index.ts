import type { CheckRule } from '../rule';
import { adduserNotInBase } from './adduser-not-in-base';
import { aptListsKept } from './apt-lists-kept';
import { aptNoRecommends } from './apt-no-recommends';
import { aptUpdateAlone } from './apt-update-alone';
import { argNotDeclaredInStage } from './arg-not-declared-in-stage';
import { argumentsAreTheContracts } from './arguments-are-the-contracts';
import { baseImageEol } from './base-image-eol';
import { baseImageFloating } from './base-image-floating';
import { baseImageIsTheContracts } from './base-image-is-the-contracts';
import { buildWithoutDevDependencies } from './build-without-dev-dependencies';
import { cargoBinMissing } from './cargo-bin-missing';
import { clausesAreKept } from './clauses-are-kept';
import { cmdShellForm } from './cmd-shell-form';
import { commandIsTheContracts } from './command-is-the-contracts';
import { consoleScriptNotCopied } from './console-script-not-copied';
import { copiesAreTheContracts } from './copies-are-the-contracts';
import { copyDotenv } from './copy-dotenv';
import { copySourceExists } from './copy-source-exists';
import { copyWithoutChown } from './copy-without-chown';
import { crossLinkerMissing } from './cross-linker-missing';
import { dependencyFilesFirst } from './dependency-files-first';
import { dockerfileCanBeRead } from './dockerfile-can-be-read';
import { dockerignoreCanBeRead } from './dockerignore-can-be-read';
import { dockerignoreExcludesNeeded } from './dockerignore-excludes-needed';
import { dockerignoreMissing } from './dockerignore-missing';
import { dockerignoreRootOnly } from './dockerignore-root-only';
import { dockerignoreSecrets } from './dockerignore-secrets';
import { execFormVariable } from './exec-form-variable';
import { exposeMismatch } from './expose-mismatch';
import { finalStageRoot } from './final-stage-root';
import { finalStageUnnamed } from './final-stage-unnamed';
import { fromArgUndeclared } from './from-arg-undeclared';
import { fromAsCasing } from './from-as-casing';
import { healthcheckIgnoresStatus } from './healthcheck-ignores-status';
import { healthcheckIsTheContracts } from './healthcheck-is-the-contracts';
import { healthcheckNoTimeout } from './healthcheck-no-timeout';
import { healthcheckPathNotCopied } from './healthcheck-path-not-copied';
import { healthcheckToolMissing } from './healthcheck-tool-missing';
import { labelArgUndeclared } from './label-arg-undeclared';
import { labelsAreTheContracts } from './labels-are-the-contracts';
import { libpqDevMissing } from './libpq-dev-missing';
import { lockfileOptional } from './lockfile-optional';
import { mountPathUnderWorkdir } from './mount-path-under-workdir';
import { nativeCrossPackage } from './native-cross-package';
import { needsBuildkit } from './needs-buildkit';
import { nextHostnameUnset } from './next-hostname-unset';
import { nextPublicNotBuildArg } from './next-public-not-build-arg';
import { nextStandaloneMissing } from './next-standalone-missing';
import { noWorkdir } from './no-workdir';
import { ociLabelUnknown } from './oci-label-unknown';
import { packageShadowing } from './package-shadowing';
import { pipCache } from './pip-cache';
import { pipUserHomeMismatch } from './pip-user-home-mismatch';
import { portsAreTheContracts } from './ports-are-the-contracts';
import { pythonPathVersionCoupled } from './python-path-version-coupled';
import { requiredBuildArgUnchecked } from './required-build-arg-unchecked';
import { secretInArgOrEnv } from './secret-in-arg-or-env';
import { stageEmulated } from './stage-emulated';
import { stageResultsLost } from './stage-results-lost';
import { stagesAreTheContracts } from './stages-are-the-contracts';
import { stagesBuildOnEarlierOnes } from './stages-build-on-earlier-ones';
import { targetDirMissing } from './target-dir-missing';
import { toolNotInStage } from './tool-not-in-stage';
import { uidTakenInBase } from './uid-taken-in-base';
import { userGidMismatch } from './user-gid-mismatch';
import { userIsTheContracts } from './user-is-the-contracts';
import { userNotNumeric } from './user-not-numeric';
import { variablesAreTheContracts } from './variables-are-the-contracts';
import { volatileArgEarly } from './volatile-arg-early';

/** In reporting order: can it be read, does it keep the contract, can it work. */
export const CHECK_RULES: readonly CheckRule[] = [
  dockerfileCanBeRead,
  dockerignoreCanBeRead,
  stagesAreTheContracts,
  baseImageIsTheContracts,
  argumentsAreTheContracts,
  copiesAreTheContracts,
  userIsTheContracts,
  portsAreTheContracts,
  healthcheckIsTheContracts,
  commandIsTheContracts,
  variablesAreTheContracts,
  labelsAreTheContracts,
  clausesAreKept,
  stagesBuildOnEarlierOnes,
  uidTakenInBase,
  userGidMismatch,
  userNotNumeric,
  lockfileOptional,
  buildWithoutDevDependencies,
  requiredBuildArgUnchecked,
  copySourceExists,
  dockerignoreExcludesNeeded,
  dockerignoreMissing,
  dockerignoreSecrets,
  dockerignoreRootOnly,
  adduserNotInBase,
  pipUserHomeMismatch,
  consoleScriptNotCopied,
  copyWithoutChown,
  nextPublicNotBuildArg,
  nextHostnameUnset,
  nextStandaloneMissing,
  libpqDevMissing,
  packageShadowing,
  baseImageEol,
  baseImageFloating,
  pythonPathVersionCoupled,
  toolNotInStage,
  execFormVariable,
  argNotDeclaredInStage,
  fromArgUndeclared,
  labelArgUndeclared,
  ociLabelUnknown,
  noWorkdir,
  targetDirMissing,
  nativeCrossPackage,
  crossLinkerMissing,
  cargoBinMissing,
  stageEmulated,
  finalStageRoot,
  needsBuildkit,
  healthcheckToolMissing,
  healthcheckIgnoresStatus,
  healthcheckNoTimeout,
  healthcheckPathNotCopied,
  fromAsCasing,
  finalStageUnnamed,
  stageResultsLost,
  volatileArgEarly,
  secretInArgOrEnv,
  copyDotenv,
  cmdShellForm,
  exposeMismatch,
  mountPathUnderWorkdir,
  aptNoRecommends,
  aptListsKept,
  aptUpdateAlone,
  pipCache,
  dependencyFilesFirst,
];
