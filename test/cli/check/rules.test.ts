import { join } from 'node:path';
import { CHECK_RULES } from '../../../cli/check/rules';
import { findingsOfFixture } from './support/fixture';
import { rulesKeepTheirFixtures } from './support/rules-keep-their-fixtures';

rulesKeepTheirFixtures(CHECK_RULES, join(__dirname, 'fixtures'), findingsOfFixture);
