import { heldByWorkflow, WORKFLOW_HELD_BY_RULE } from '../../../../cli/check/workflow/held-by';
import { readWorkflowExpectations } from '../../../../cli/check/workflow/read-workflow-expectations';
import { WORKFLOW_RULES } from '../../../../cli/check/workflow/rules';
import { readClauses } from '../../../../cli/clauses/read-clauses';
import { systems } from '../../../../systems';
import { mutationsOf, problemsWith } from './support/mutations';

const NAMES = systems.map(({ name }) => name);
const ours = readClauses().filter(({ where }) => where === 'workflow' || where === 'tag');
/** Of a tag clause that only says which version runs: a workflow names no version, a git tag does. */
const ABOUT_A_VERSION = ['habit-tracker.backend.image.tag', 'habit-tracker.frontend.image.tag'];

describe('A figure of the contract that changes is noticed in the reference workflow', () => {
  it.each(NAMES)('%s keeps its contract as it stands', (name) => {
    expect(problemsWith(name)).toEqual([]);
  });

  it('every figure that a must-clause about the workflow or a tag names, changed alone, is a problem', () => {
    const mutations = NAMES.flatMap(mutationsOf);
    const missed = mutations.filter(({ problems }) => problems().length === 0);
    console.log(
      `${mutations.length - missed.length} of ${mutations.length} changed figures noticed: ${((1 - missed.length / mutations.length) * 100).toFixed(1)} %`,
    );

    expect(missed.map(({ clause, what }) => `${clause}: ${what}`)).toEqual([]);
  });

  it('every must-clause about the workflow or a tag has a figure that was changed', () => {
    const changed = new Set(NAMES.flatMap(mutationsOf).map(({ clause }) => clause));

    expect(ours.filter(({ id, strength }) => strength === 'must' && !changed.has(id)).map(({ id }) => id)).toEqual(ABOUT_A_VERSION);
  });

  it('every clause about the workflow has something that holds files to it', () => {
    const expects = NAMES.flatMap(readWorkflowExpectations);

    expect(ours.filter((clause) => clause.where === 'workflow' && heldByWorkflow(clause, expects) === undefined)).toEqual([]);
  });

  it('every expectation is one of a clause that is there, and every rule that is named is one', () => {
    const known = new Set(ours.map(({ id }) => id));
    const rules = WORKFLOW_RULES.map(({ id }) => id);

    expect(
      [...NAMES.flatMap(readWorkflowExpectations).map(({ clause }) => clause), ...Object.keys(WORKFLOW_HELD_BY_RULE)].filter(
        (id) => !known.has(id),
      ),
    ).toEqual([]);
    expect(Object.values(WORKFLOW_HELD_BY_RULE).filter((id) => !rules.includes(id))).toEqual([]);
  });
});
