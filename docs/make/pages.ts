import { heldByCompose } from '../../cli/check/compose/held-by-compose';
import { readComposeExpectations } from '../../cli/check/compose/read-expectations';
import { COMPOSE_RULES } from '../../cli/check/compose/rules';
import { heldBy } from '../../cli/check/held-by-rule';
import { OWN_RULES } from '../../cli/check/own-rules';
import { readExpectations } from '../../cli/check/read-expectations';
import { CHECK_RULES } from '../../cli/check/rules';
import { heldByWorkflow } from '../../cli/check/workflow/held-by';
import { readWorkflowExpectations } from '../../cli/check/workflow/read-workflow-expectations';
import { WORKFLOW_RULES } from '../../cli/check/workflow/rules';
import { readClauses } from '../../cli/clauses/read-clauses';
import { VALUE_RULES } from '../../cli/secrets/rules';
import { leavesOf } from '../../constructs/leaves-of';
import { RULES } from '../../constructs/rules';
import { synthesize } from '../../constructs/synthesize';
import { ALL_RULES, CONTRACT_RULES, PLACED_RULES, SYSTEM_RULES } from '../../contracts/rules';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { EXCEPTIONS } from '../../test/validate/exceptions';
import { clausesPage } from './clauses-page';
import { deviationsPage } from './deviations-page';
import { exceptionsPage } from './exceptions-page';
import { rulesPage } from './rules-page';

/** Every generated page, by its path below docs/. */
export const pages = (): Readonly<Record<string, string>> => {
  const made = synthesize(systems, targets, versions);
  if (made.findings.length > 0) throw new Error('what has findings has no pages: run npm run synth');
  const { origins } = made;
  const expects = systems.flatMap(({ name }) => readExpectations(name));
  const ofCompose = systems.flatMap(({ name }) => readComposeExpectations(name));
  const ofWorkflows = systems.flatMap(({ name }) => readWorkflowExpectations(name));
  const placed = made.systems.map(({ chart }) => chart.placed);
  return {
    'clauses.md': clausesPage({
      clauses: readClauses(),
      leaves: leavesOf(made),
      origins,
      roles: Object.fromEntries(placed.map(({ name, system }) => [name, system.contracts])),
      rules: RULES,
      checked: Object.fromEntries(
        readClauses().flatMap((clause) => {
          const held = heldBy(clause, expects) ?? heldByCompose(clause, ofCompose) ?? heldByWorkflow(clause, ofWorkflows);
          return held === undefined ? [] : [[clause.id, held]];
        }),
      ),
      printed: Object.fromEntries(
        readClauses().flatMap((clause): readonly [string, readonly [string, ...string[]]][] => {
          const { id, where, binds = [] } = clause;
          if (where === 'compose' && binds.length > 0) return [[id, ['waybill compose', ...binds]]];
          return where === 'workflow' && heldByWorkflow(clause, ofWorkflows) !== undefined ? [[id, ['waybill workflow']]] : [];
        }),
      ),
    }),
    'deviations.md': deviationsPage({ origins, placed }),
    'exceptions.md': exceptionsPage(EXCEPTIONS),
    'rules.md': rulesPage([
      { title: 'One container', rules: CONTRACT_RULES },
      { title: 'One system', rules: SYSTEM_RULES },
      { title: 'One system at one target', rules: PLACED_RULES },
      { title: 'All systems and targets together', rules: ALL_RULES },
      { title: 'The value of a secret', rules: VALUE_RULES },
      {
        title: 'A Dockerfile and its .dockerignore',
        rules: [...CHECK_RULES, ...Object.entries(OWN_RULES).map(([id, rule]) => ({ id, ...rule }))],
      },
      { title: 'A compose file', rules: COMPOSE_RULES },
      { title: 'A workflow of GitHub Actions', rules: WORKFLOW_RULES },
    ]),
  };
};
