import type { AnySystem } from '../../../contracts';
import { persistent, system } from '../../../contracts';
import { containerWith, ending } from '../../support/container-with';
import { findingsWith, systemWith } from '../../support/findings-with';
import { settingsFor } from '../../support/target-with';

const scaled = (autoscaling: unknown, one: AnySystem = systemWith(), more: Readonly<Record<string, unknown>> = {}) =>
  findingsWith({ systems: [one], targets: [settingsFor({ autoscaling, ...more })] });
const api = (scaling: Readonly<Record<string, unknown>>) => scaled({ api: { min: 2, max: 10, cpu: 70, ...scaling } });

describe('A container of which any copy can replace any other', () => {
  it.each([{}, { memory: 80 }, { cpu: undefined, memory: 199 }, { cpu: 5000 }, { min: 1, max: 2 }])(
    'may be scaled by its load: %j',
    (scaling) => {
      expect(api(scaling)).toEqual([]);
    },
  );
});

describe('Only copies that are alike are scaled', () => {
  const rule = 'scaled-copies-are-alike';
  const scaling = { min: 2, max: 10, cpu: 70 };

  it('not those that would each keep data', () => {
    const one = systemWith({ containers: { api: containerWith({ volumes: { data: persistent('/data', 'Data') } }) } });

    expect(scaled({ api: scaling }, one)).toEqual([
      {
        rule,
        at: 'here.shop.autoscaling.api',
        found: 'each copy of api would keep data of its own in data',
        fix: 'remove it; one copy writes there',
      },
    ]);
  });
  it('not members of a group that elects, whose new member copies all data', () => {
    const election = {
      why: 'One leads',
      serves: 'http',
      talks: [],
      marks: { app: 'shop' },
      group: 'shop',
      follower: { role: 'replica' },
      records: 'endpoints',
    };
    const one = systemWith({ containers: { api: containerWith({ needs: { election } }) } });

    expect(scaled({ api: scaling }, one)).toEqual([
      {
        rule,
        at: 'here.shop.autoscaling.api',
        found: 'api elects a leader, and a member that comes copies what the others keep',
        fix: 'remove it; set replicas.api',
      },
    ]);
  });
  it('not one that ends by itself', () => {
    const report = containerWith({ name: 'shop-report', ...ending });
    const one = system({
      name: 'shop',
      containers: { report },
      given: { report: {} },
      jobs: { nightly: { runs: report, when: '0 2 * * *' } },
    });

    expect(scaled({ report: scaling }, one)).toEqual([
      {
        rule,
        at: 'here.shop.autoscaling.report',
        found: 'report runs to completion, one copy a run',
        fix: 'remove it; its job says when it runs',
      },
    ]);
  });
  it('not one beside another, and not one beside which data is kept', () => {
    const [main, guest] = [
      containerWith(),
      containerWith({
        name: 'shop-guest',
        ports: undefined,
        health: { liveness: { check: 'none', because: 'x' }, readiness: { check: 'none', because: 'x' } },
      }),
    ];
    const one = system({
      name: 'shop',
      containers: { api: main, guest },
      given: { api: {}, guest: {} },
      together: [{ main, beside: [guest] }],
    });

    expect(scaled({ api: scaling }, one)).toEqual([]);
    expect(scaled({ guest: scaling }, one)).toEqual([
      {
        rule,
        at: 'here.shop.autoscaling.guest',
        found: 'guest has as many copies as api, beside which it stands',
        fix: 'set autoscaling.api',
      },
    ]);
  });
  it('not where a number of copies is set as well', () => {
    expect(scaled({ api: scaling }, systemWith(), { replicas: { api: 3 } })).toEqual([
      { rule, at: 'here.shop.autoscaling.api', found: 'replicas.api says 3 copies, for good', fix: 'remove one of the two' },
    ]);
  });
  it('and a role that there is not is found as anywhere else', () => {
    expect(scaled({ apy: scaling })).toMatchObject([{ rule: 'settings-name-what-is-there', at: 'here.shop.autoscaling.apy' }]);
  });
});

describe('The figures of autoscaling are usable', () => {
  const rule = 'autoscaling-figures-are-usable';
  const at = 'here.shop.autoscaling.api';

  it.each([
    [{ min: 0 }, 'min', '0 copies would be a workload that never runs', expect.stringContaining('write 1 or more')],
    [{ max: 2.5 }, 'max', '2.5 is no number of copies', 'write a whole number from 1 on'],
    [{ max: 2 }, 'max', '2 copies at most leave nothing to scale from 2', 'write more than 2, or replicas instead'],
    [{ cpu: 0 }, 'cpu', '0 is no use in per cent', 'write a whole number above 0: 70'],
    [{ cpu: 70.5 }, 'cpu', '70.5 is no use in per cent', 'write a whole number above 0: 70'],
    [
      { memory: 200 },
      'memory',
      '200 % of the 64Mi that is requested is not below the limit of 128Mi, so that it is never reached',
      'write less than 200',
    ],
  ])('%j is not', (scaling, field, found, fix) => {
    expect(api(scaling)).toEqual([{ rule, at: `${at}.${field}`, found, fix }]);
  });
  it('nor is one without a use that says when there are enough', () => {
    expect(api({ cpu: undefined })).toEqual([
      { rule, at, found: 'no use says when there are enough copies', fix: 'write cpu, memory or both: cpu: 70' },
    ]);
  });
  it('the target’s own resources count where it has any', () => {
    const resources = { api: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '1Gi' } } };

    expect(scaled({ api: { min: 2, max: 10, cpu: 200, memory: 200 } }, systemWith(), { resources })).toMatchObject([
      { rule, at: `${at}.cpu` },
    ]);
  });
  it('a container whose requests are missing is none that can be read: use is measured against them', () => {
    const one = systemWith({ containers: { api: containerWith({ resources: { limits: { memory: '128Mi' } } }) } });

    expect(scaled({ api: { min: 2, max: 10, cpu: 70 } }, one)).toMatchObject([
      { at: 'shop.api.resources.requests', fix: expect.stringContaining('requests') },
    ]);
  });
});
