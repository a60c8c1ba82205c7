import { join } from 'node:path';
import { COMPOSE_RULES } from '../../../../cli/check/compose/rules';
import { rulesKeepTheirFixtures } from '../support/rules-keep-their-fixtures';
import { findingsOfFixture } from './support/compose-fixture';

rulesKeepTheirFixtures(COMPOSE_RULES, join(__dirname, 'fixtures'), findingsOfFixture);
