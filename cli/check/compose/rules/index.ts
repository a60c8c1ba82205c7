import type { ComposeRule } from '../rule';
import { composeBindNoEffect } from './compose-bind-no-effect';
import { composeBuildIsTheContracts } from './compose-build-is-the-contracts';
import { composeCanBeRead } from './compose-can-be-read';
import { composeClausesAreKept } from './compose-clauses-are-kept';
import { composeCommandIsTheContracts } from './compose-command-is-the-contracts';
import { composeContainerNamesAreTheContracts } from './compose-container-names-are-the-contracts';
import { composeDependenciesAreTheContracts } from './compose-dependencies-are-the-contracts';
import { composeHealthcheckIsTheContracts } from './compose-healthcheck-is-the-contracts';
import { composeImagesAreTheContracts } from './compose-images-are-the-contracts';
import { composeLiteralSecret } from './compose-literal-secret';
import { composeLocalhostIsTheContainer } from './compose-localhost-is-the-container';
import { composeNamesWhatIsThere } from './compose-names-what-is-there';
import { composePortsAreTheContracts } from './compose-ports-are-the-contracts';
import { composePortsTakenTwice } from './compose-ports-taken-twice';
import { composeServicesAreTheContracts } from './compose-services-are-the-contracts';
import { composeUserIsTheContracts } from './compose-user-is-the-contracts';
import { composeValuesAreTheContracts } from './compose-values-are-the-contracts';
import { composeVariablesAreGiven } from './compose-variables-are-given';
import { composeVersionObsolete } from './compose-version-obsolete';
import { composeVolumesAreTheContracts } from './compose-volumes-are-the-contracts';
import { composeWritablePathsAreTheContracts } from './compose-writable-paths-are-the-contracts';

/** In reporting order: can it be read, does it keep the contract, can it work. */
export const COMPOSE_RULES: readonly ComposeRule[] = [
  composeCanBeRead,
  composeServicesAreTheContracts,
  composeImagesAreTheContracts,
  composeBuildIsTheContracts,
  composePortsAreTheContracts,
  composeVariablesAreGiven,
  composeValuesAreTheContracts,
  composeHealthcheckIsTheContracts,
  composeDependenciesAreTheContracts,
  composeUserIsTheContracts,
  composeWritablePathsAreTheContracts,
  composeVolumesAreTheContracts,
  composeCommandIsTheContracts,
  composeContainerNamesAreTheContracts,
  composeClausesAreKept,
  composeNamesWhatIsThere,
  composePortsTakenTwice,
  composeVersionObsolete,
  composeLiteralSecret,
  composeLocalhostIsTheContainer,
  composeBindNoEffect,
];
