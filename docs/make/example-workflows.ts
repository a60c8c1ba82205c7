import { runWorkflow } from '../../cli/workflow/run-workflow';
import { systems } from '../../systems';

/** `waybill workflow` of each system, by its path below examples/. Copied to a repository's root the folder works as it is. */
export const exampleWorkflows = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    systems.map(({ name }) => {
      const { out, err } = runWorkflow(name, {});
      if (out === '') throw new Error(err.join('\n'));
      return [`${name}/.github/workflows/images.yml`, out];
    }),
  );
