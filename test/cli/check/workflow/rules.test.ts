import { join } from 'node:path';
import { WORKFLOW_RULES } from '../../../../cli/check/workflow/rules';
import { rulesKeepTheirFixtures } from '../support/rules-keep-their-fixtures';
import { findingsOfFixture } from './support/fixture';

rulesKeepTheirFixtures(WORKFLOW_RULES, join(__dirname, 'fixtures'), findingsOfFixture);
