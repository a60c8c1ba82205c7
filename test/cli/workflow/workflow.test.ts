import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { ACTIONS } from '../../../cli/workflow/actions';
import { runWorkflow } from '../../../cli/workflow/run-workflow';
import { toWorkflowYaml } from '../../../cli/workflow/to-workflow-yaml';
import type { JobTree, StepTree, WorkflowTree } from '../../../cli/workflow/tree';
import { workflowOf } from '../../../cli/workflow/workflow-of';
import { optionalSecret, system, type Target } from '../../../contracts';
import { checkAll } from '../../../contracts/check-all';
import type { PlacedSystem } from '../../../contracts/placed';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';
import { containerWith, imageTaking } from '../../support/container-with';
import { cluster } from '../../support/target-with';

const NAMES = systems.map(({ name }) => name);
const known = new Map<string, { readonly text: string; readonly tree: WorkflowTree }>();
const printed = (name: string): { readonly text: string; readonly tree: WorkflowTree } => {
  const { out, err } = runWorkflow(name, {});
  expect(err).toEqual([]);
  const made = known.get(name) ?? { text: out, tree: parse(out) as WorkflowTree };
  known.set(name, made);
  return { ...made, text: out };
};
const jobsOf = ({ jobs }: WorkflowTree): readonly JobTree[] => Object.values(jobs);
const stepsOf = (tree: WorkflowTree): readonly StepTree[] => jobsOf(tree).flatMap(({ steps }) => steps);

describe.each(NAMES)('The workflow of %s', (name) => {
  it('has a job for each image the system builds, and none for one that is published', () => {
    const { contracts } = checkAllOf(name).system;
    const built = Object.entries(contracts).filter(([, { image }]) => image.kind === 'built');

    expect(Object.keys(printed(name).tree.jobs)).toEqual(built.map(([role]) => `build-${role}`));
  });
  it('may read alone, and each job what it needs', () => {
    const { tree } = printed(name);

    expect(tree.permissions).toEqual({ contents: 'read' });
    expect(jobsOf(tree).map(({ permissions }) => permissions)).toEqual(jobsOf(tree).map(() => ({ contents: 'read', packages: 'write' })));
  });
  it('ends a job that hangs, and a run of a branch that a later one replaces, but no release', () => {
    const { tree } = printed(name);

    expect(jobsOf(tree).filter((job) => !(job['timeout-minutes'] > 0))).toEqual([]);
    expect(tree.concurrency).toEqual({
      group: '${{ github.workflow }}-${{ github.ref }}',
      'cancel-in-progress': "${{ github.ref_type == 'branch' }}",
    });
  });
  it('names every action by its commit, with the version beside it', () => {
    const { text } = printed(name);
    const used = [...text.matchAll(/uses: (\S+)@(\S+) # (\S+)$/gm)].map(([, action, commit, version]) => [action, { commit, version }]);

    expect(used).toHaveLength(text.match(/uses:/g)?.length ?? 0);
    expect(used.filter(([action, pin]) => JSON.stringify(ACTIONS[action as keyof typeof ACTIONS]) !== JSON.stringify(pin))).toEqual([]);
  });
  it('puts no expression into a script, and no secret into a build argument', () => {
    const { tree } = printed(name);

    expect(stepsOf(tree).filter(({ run }) => run?.includes('${{'))).toEqual([]);
    expect(stepsOf(tree).filter((step) => /secrets\./.test(String(step.with?.['build-args'])))).toEqual([]);
  });
  it('keeps nothing of its token behind for the build', () => {
    const checkouts = stepsOf(printed(name).tree).filter(({ uses }) => uses?.startsWith('actions/checkout'));

    expect(checkouts.map((step) => step.with)).toEqual(checkouts.map(() => ({ 'persist-credentials': false })));
  });
  it('looks at the image before anything is pushed, which happens once a job, with provenance and the list of what is inside', () => {
    for (const { steps } of jobsOf(printed(name).tree)) {
      const scan = steps.findIndex(({ uses }) => /scan-action|scout-action/.test(uses ?? ''));
      const push = steps.findIndex((step) => step.with?.push === true);

      expect(scan).toBeGreaterThan(-1);
      expect(push).toBe(steps.length - 1);
      expect(scan).toBeLessThan(push);
      expect(steps[push]?.with).toMatchObject({ provenance: 'mode=max', sbom: true });
    }
  });
  it('never adds latest by itself', () => {
    const metadata = stepsOf(printed(name).tree).filter(({ uses }) => uses?.startsWith('docker/metadata-action'));

    expect(metadata.map((step) => step.with?.flavor)).toEqual(metadata.map(() => 'latest=false'));
  });
  it('is the same each time', () => {
    expect(printed(name).text).toBe(printed(name).text);
  });
});

describe('The workflow', () => {
  it('ends with the size that the contract names as the largest', () => {
    const sizes = (name: string) => stepsOf(printed(name).tree).flatMap(({ env }) => (env?.AT_MOST === undefined ? [] : [env.AT_MOST]));

    expect([sizes('habit-tracker'), sizes('realtime-svg'), sizes('todo-agents'), sizes('todo-chatbot')]).toEqual([
      [600_000_000, 400_000_000],
      [100_000_000, 100_000_000],
      [150_000_000],
      [],
    ]);
  });
  it('refuses a target and a system that are not there', () => {
    expect(runWorkflow('todo-chatbt', {})).toMatchObject({
      code: 2,
      out: '',
      err: [expect.stringContaining('did you mean todo-chatbot?')],
    });
    expect(runWorkflow('todo-chatbot', { target: 'productio' })).toMatchObject({
      code: 2,
      err: [expect.stringContaining('did you mean production?')],
    });
    expect(runWorkflow('todo-chatbot', { target: 'minikube' })).toMatchObject({
      code: 2,
      err: [expect.stringContaining('no target pulls images from a registry')],
    });
  });
});

/** A shop whose image takes what is given here, at targets with a registry. */
const shopTree = (
  image: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
  at: readonly Target[] = [cluster],
) => {
  const api = containerWith({ image: { ...imageTaking(), ...image }, ...more });
  const { placed, findings } = checkAll([system({ name: 'shop', containers: { api }, given: {} } as never)], at, {});
  expect(findings).toEqual([]);
  return workflowOf(placed.filter(({ target }) => target.images.from === 'registry'));
};
const built = (tree: WorkflowTree | string): WorkflowTree => {
  if (typeof tree === 'string') throw new Error(tree);
  return tree;
};
const taking = (name: string, argument: Readonly<Record<string, unknown>>) => ({
  build: { ...imageTaking().build, arguments: { [name]: { description: name, ...argument } } },
});

describe('The workflow of another system', () => {
  it('logs in to another registry with the names that waybill secrets reads as well, and needs no packages there', () => {
    const tree = built(shopTree({}));
    const login = stepsOf(tree).find(({ uses }) => uses?.startsWith('docker/login-action'));

    expect(login?.with).toEqual({
      registry: 'registry.example.com',
      username: '${{ secrets.REGISTRY_USERNAME }}',
      password: '${{ secrets.REGISTRY_PASSWORD }}',
    });
    expect(jobsOf(tree)[0]?.permissions).toEqual({ contents: 'read' });
  });
  it('asks the repository for a required argument that no contract gives, and ends where it is empty', () => {
    const steps = stepsOf(built(shopTree(taking('REGION', { need: 'required' }))));

    expect(steps.at(-1)?.with?.['build-args']).toBe('REGION=${{ vars.REGION }}\n');
    expect(steps.find(({ env }) => env?.REGION === '${{ vars.REGION }}')?.run).toContain('for name in REGION; do');
  });
  it('mounts a secret and gives none as an argument', () => {
    const steps = stepsOf(
      built(shopTree(taking('NPM_TOKEN', { need: 'optional' }), { env: { NPM_TOKEN: optionalSecret('Registry of packages') } })),
    );

    expect(steps.at(-1)?.with).toMatchObject({ secrets: 'NPM_TOKEN=${{ secrets.NPM_TOKEN }}\n' });
    expect(steps.at(-1)?.with).not.toHaveProperty('build-args');
  });
  it('takes text that looks like an expression as text', () => {
    const tree = built(shopTree({ build: { ...imageTaking().build, context: './${{ secrets.GITHUB_TOKEN }}' } }));
    const text = toWorkflowYaml('shop', tree);

    expect(text).not.toMatch(/context: .*\$\{\{ secrets/);
    expect(stepsOf(tree).at(-1)?.with?.context).toBe("./${{ '${{' }} secrets.GITHUB_TOKEN }}");
  });
  it('refuses a value of two lines', () => {
    expect(shopTree(taking('A', { need: 'optional', fixed: 'x\nB=y' }))).toBe(
      'shop.api: build argument A has a line break, which ends it\n  fix: give it one line',
    );
  });
  it('pushes to the registry of each target', () => {
    const tree = built(
      shopTree({}, {}, [cluster, { ...cluster, name: 'second', folder: 'second', images: { from: 'registry', registry: 'ghcr.io/shop' } }]),
    );
    const metadata = stepsOf(tree).find(({ id }) => id === 'meta');

    expect(metadata?.with?.images).toBe('registry.example.com/shop/shop-api\nghcr.io/shop/shop-api\n');
    expect(stepsOf(tree).filter(({ uses }) => uses?.startsWith('docker/login-action'))).toHaveLength(2);
    expect(jobsOf(tree)[0]?.permissions).toEqual({ contents: 'read', packages: 'write' });
  });
  it('sets up the other platforms where there are some, and looks at the image of its own', () => {
    const steps = stepsOf(built(shopTree({ platforms: ['linux/amd64', 'linux/arm64'] })));

    expect(steps.filter(({ uses }) => uses?.startsWith('docker/setup-qemu-action'))).toHaveLength(1);
    expect(steps.filter(({ uses }) => uses?.startsWith('docker/build-push-action')).map((step) => step.with?.platforms)).toEqual([
      'linux/amd64',
      'linux/amd64,linux/arm64',
    ]);
  });
  it('pushes the tag of a commit once where tags are immutable: a branch does, the version behind it does not', () => {
    const tags = { latest: 'never', immutable: true, forms: { version: 'v1.0.0', 'git sha': 'git-abc1234' } };
    const lines = (immutable: boolean) =>
      stepsOf(built(shopTree({ tags: { ...tags, immutable } }))).find(({ id }) => id === 'meta')?.with?.tags;

    expect(lines(true)).toBe(
      "type=semver,pattern=v{{version}}\ntype=sha,prefix=git-,format=short,enable=${{ github.ref_type == 'branch' }}\n",
    );
    expect(lines(false)).toBe('type=semver,pattern=v{{version}}\ntype=sha,prefix=git-,format=short\n');
  });
});

describe('The step that looks at every tag', () => {
  /** Runs the committed script on tags, as the runner would. */
  const judged = (name: string, type: 'tag' | 'branch', tags: readonly string[]): number | null => {
    const step = stepsOf(printed(name).tree).find(({ env }) => env?.ALLOWED !== undefined);
    const env = {
      ...step?.env,
      TAGS: tags.map((tag) => `ghcr.io/yourorg/x:${tag}`).join('\n'),
      GITHUB_REF: 'refs/x',
      GITHUB_REF_TYPE: type,
    };
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 9'], { env: env as never }).status;
  };
  it.each([
    ['todo-chatbot', 'tag', ['v1.2.3', 'v1.0.0-abc1234', 'git-abc1234', 'v1.2'], 0],
    ['todo-chatbot', 'branch', ['feature-auth', 'git-abc1234'], 0],
    ['todo-chatbot', 'tag', ['1.2.3-rc.1'], 1],
    ['todo-chatbot', 'tag', ['latest'], 1],
    ['todo-chatbot', 'branch', ['latest'], 1],
    ['todo-chatbot', 'branch', ['v9'], 1],
    ['todo-chatbot', 'branch', ['dev-x'], 1],
    ['habit-tracker', 'tag', ['v1.0.0', 'test-v1.0.0'], 0],
    ['habit-tracker', 'branch', ['dev-003-phase-iv-infrastructure'], 0],
    ['habit-tracker', 'tag', ['v1.0'], 1],
    ['habit-tracker', 'branch', ['main'], 1],
    ['habit-tracker', 'branch', ['dev-Feature'], 1],
    ['postgres-patroni', 'branch', [], 1],
  ] as const)('%s: for a %s, %j ends with %i', (name, type, tags, code) => {
    expect(judged(name, type, tags)).toBe(code);
  });
});

const checkAllOf = (name: string): PlacedSystem => {
  const { placed } = checkAll(systems, targets, versions);
  return placed.find((one) => one.name === name) as PlacedSystem;
};
