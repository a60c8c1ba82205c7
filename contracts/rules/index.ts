import type { AllSubject, ContractSubject, PlacedSubject, Rule, SystemSubject } from '../rule';
import { autoscalingFiguresAreUsable } from './autoscaling-figures-are-usable';
import { besideKeepsNothing } from './beside-keeps-nothing';
import { buildVariablesHaveAnArgument } from './build-variables-have-an-argument';
import { calledContainersListen } from './called-containers-listen';
import { cloudnativePgFiguresAreUsable } from './cloudnative-pg-figures-are-usable';
import { commandNeedsShell } from './command-needs-shell';
import { commandsAreNotEmpty } from './commands-are-not-empty';
import { composedFactsStandAlone } from './composed-facts-stand-alone';
import { composedValuesHaveNoCycle } from './composed-values-have-no-cycle';
import { containersHaveTheirOwnName } from './containers-have-their-own-name';
import { countsArePositive } from './counts-are-positive';
import { databasesArePostgresql } from './databases-are-postgresql';
import { defaultsAreAllowed } from './defaults-are-allowed';
import { developmentNamesWhatIsThere } from './development-names-what-is-there';
import { developmentValuesAreAllowed } from './development-values-are-allowed';
import { digestsAreSha256 } from './digests-are-sha256';
import { domainsArePublic } from './domains-are-public';
import { durationsArePositive } from './durations-are-positive';
import { electionMarksAreLabels } from './election-marks-are-labels';
import { electionsNameOpenPorts } from './elections-name-open-ports';
import { exposedOnce } from './exposed-once';
import { exposedPortsServe } from './exposed-ports-serve';
import { externalDatabasesHaveAnAddress } from './external-databases-have-an-address';
import { externalHostsAreNames } from './external-hosts-are-names';
import { generatedSecretsAreLongEnough } from './generated-secrets-are-long-enough';
import { givenTextsArePrintable } from './given-texts-are-printable';
import { givenValuesAreAllowed } from './given-values-are-allowed';
import { givenVariablesAreKnown } from './given-variables-are-known';
import { imageNameCollision } from './image-name-collision';
import { imageSizesFit } from './image-sizes-fit';
import { imageVariablesAreLeftAlone } from './image-variables-are-left-alone';
import { imagesArePinned } from './images-are-pinned';
import { jobDeadlinesAreDurations } from './job-deadlines-are-durations';
import { jobNamesFit } from './job-names-fit';
import { jobSchedulesAreCron } from './job-schedules-are-cron';
import { jobsKeepNothing } from './jobs-keep-nothing';
import { jobsRunWhatEnds } from './jobs-run-what-ends';
import { jobsWaitForWhatAnswers } from './jobs-wait-for-what-answers';
import { memoryVolumesFit } from './memory-volumes-fit';
import { mountsAreAbsolute } from './mounts-are-absolute';
import { mountsAreApart } from './mounts-are-apart';
import { namesAreUsable } from './names-are-usable';
import { oneIdentityOneContract } from './one-identity-one-contract';
import { onePodOnePort } from './one-pod-one-port';
import { ownFactsComeAtRunTime } from './own-facts-come-at-run-time';
import { ownFactsStayAtHome } from './own-facts-stay-at-home';
import { ownResourcesFit } from './own-resources-fit';
import { ownValuesAreAllowed } from './own-values-are-allowed';
import { patchesSayWhatAndWhy } from './patches-say-what-and-why';
import { patroniGroupsAreThere } from './patroni-groups-are-there';
import { pgWalFitsTheVolume } from './pg-wal-fits-the-volume';
import { placementsNameSystemsOnce } from './placements-name-systems-once';
import { portNumbersExist } from './port-numbers-exist';
import { portsAreDistinct } from './ports-are-distinct';
import { portsAreUnprivileged } from './ports-are-unprivileged';
import { probeNeedsShell } from './probe-needs-shell';
import { probePathsArePlain } from './probe-paths-are-plain';
import { probesNameAnOpenPort } from './probes-name-an-open-port';
import { publicHostsAreDistinct } from './public-hosts-are-distinct';
import { publicUrlsAreDistinct } from './public-urls-are-distinct';
import { publicUrlsFitThePlace } from './public-urls-fit-the-place';
import { publishedTagsAreTheContracts } from './published-tags-are-the-contracts';
import { referencesExist } from './references-exist';
import { registriesAreImagePrefixes } from './registries-are-image-prefixes';
import { replicasAreWhole } from './replicas-are-whole';
import { repositoriesArePlain } from './repositories-are-plain';
import { requiredVariablesAreGiven } from './required-variables-are-given';
import { resourcesFit } from './resources-fit';
import { rolesAreDnsLabels } from './roles-are-dns-labels';
import { scaledCopiesAreAlike } from './scaled-copies-are-alike';
import { secretStoresAreUsable } from './secret-stores-are-usable';
import { secretsAreUsed } from './secrets-are-used';
import { secretsHaveNoDefault } from './secrets-have-no-default';
import { secretsStaySecret } from './secrets-stay-secret';
import { settingsNameWhatIsThere } from './settings-name-what-is-there';
import { sharedVolumesFit } from './shared-volumes-fit';
import { sizesAreQuantities } from './sizes-are-quantities';
import { sourceMountsStayInTheRepository } from './source-mounts-stay-in-the-repository';
import { stagesAreNamed } from './stages-are-named';
import { storageSizesAreUsable } from './storage-sizes-are-usable';
import { systemNamesAreNamespaces } from './system-names-are-namespaces';
import { systemsHaveContainers } from './systems-have-containers';
import { systemsHaveTheirOwnName } from './systems-have-their-own-name';
import { tagsAreAllowedHere } from './tags-are-allowed-here';
import { talksNameAnother } from './talks-name-another';
import { targetFiguresAreUsable } from './target-figures-are-usable';
import { targetNamesArePlain } from './target-names-are-plain';
import { targetsHaveTheirOwnPlace } from './targets-have-their-own-place';
import { togetherNamesEachOnce } from './together-names-each-once';
import { togetherRunsUntilStopped } from './together-runs-until-stopped';
import { userIsNotRoot } from './user-is-not-root';
import { versionsKeepThePolicy } from './versions-keep-the-policy';
import { versionsNameWhatIsThere } from './versions-name-what-is-there';
import { whatEndsHasOneJob } from './what-ends-has-one-job';

/** Explicit and in reporting order: no rule registers itself. */
export const CONTRACT_RULES: readonly Rule<ContractSubject>[] = [
  namesAreUsable,
  repositoriesArePlain,
  imagesArePinned,
  versionsKeepThePolicy,
  imageSizesFit,
  stagesAreNamed,
  buildVariablesHaveAnArgument,
  userIsNotRoot,
  portNumbersExist,
  portsAreUnprivileged,
  portsAreDistinct,
  defaultsAreAllowed,
  secretsHaveNoDefault,
  probesNameAnOpenPort,
  probePathsArePlain,
  probeNeedsShell,
  commandNeedsShell,
  commandsAreNotEmpty,
  durationsArePositive,
  countsArePositive,
  mountsAreAbsolute,
  mountsAreApart,
  sizesAreQuantities,
  memoryVolumesFit,
  resourcesFit,
  electionsNameOpenPorts,
  electionMarksAreLabels,
  externalHostsAreNames,
];
export const SYSTEM_RULES: readonly Rule<SystemSubject>[] = [
  systemNamesAreNamespaces,
  systemsHaveContainers,
  rolesAreDnsLabels,
  containersHaveTheirOwnName,
  referencesExist,
  requiredVariablesAreGiven,
  givenVariablesAreKnown,
  imageVariablesAreLeftAlone,
  givenValuesAreAllowed,
  givenTextsArePrintable,
  secretsStaySecret,
  generatedSecretsAreLongEnough,
  secretsAreUsed,
  composedFactsStandAlone,
  ownFactsStayAtHome,
  ownFactsComeAtRunTime,
  composedValuesHaveNoCycle,
  jobsRunWhatEnds,
  whatEndsHasOneJob,
  jobSchedulesAreCron,
  jobsWaitForWhatAnswers,
  jobNamesFit,
  jobDeadlinesAreDurations,
  jobsKeepNothing,
  togetherNamesEachOnce,
  togetherRunsUntilStopped,
  onePodOnePort,
  sharedVolumesFit,
  besideKeepsNothing,
  talksNameAnother,
  calledContainersListen,
  exposedPortsServe,
  exposedOnce,
  developmentNamesWhatIsThere,
  developmentValuesAreAllowed,
  sourceMountsStayInTheRepository,
];
export const PLACED_RULES: readonly Rule<PlacedSubject>[] = [
  tagsAreAllowedHere,
  digestsAreSha256,
  publishedTagsAreTheContracts,
  settingsNameWhatIsThere,
  ownValuesAreAllowed,
  replicasAreWhole,
  scaledCopiesAreAlike,
  autoscalingFiguresAreUsable,
  ownResourcesFit,
  storageSizesAreUsable,
  pgWalFitsTheVolume,
  databasesArePostgresql,
  externalDatabasesHaveAnAddress,
  patroniGroupsAreThere,
  cloudnativePgFiguresAreUsable,
  publicUrlsFitThePlace,
  publicUrlsAreDistinct,
  patchesSayWhatAndWhy,
];
export const ALL_RULES: readonly Rule<AllSubject>[] = [
  systemsHaveTheirOwnName,
  oneIdentityOneContract,
  imageNameCollision,
  targetsHaveTheirOwnPlace,
  targetNamesArePlain,
  placementsNameSystemsOnce,
  versionsNameWhatIsThere,
  publicHostsAreDistinct,
  targetFiguresAreUsable,
  registriesAreImagePrefixes,
  secretStoresAreUsable,
  domainsArePublic,
];
