import { persistent, scratch, tcp } from '../../../contracts';
import { containerWith, ending, image } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const oneOffs = { tidy: { run: ['tidy'], purpose: 'Tidies' } };
const api = containerWith({ oneOffs });
const nightly = containerWith({ name: 'shop-nightly', ...ending });
const stranger = containerWith({ name: 'shop-cache', oneOffs });
const inSystem = (jobs: unknown, containers: object = { api }) => findingsIn({ containers, jobs });
const jobOf = (more: object) => inSystem({ tidy: { runs: api.oneOffs.tidy, when: 'each release', ...more } });

describe('A job runs a one-off command, or a container that ends', () => {
  const rule = 'jobs-run-what-ends';
  const at = 'shop.jobs.tidy.runs';

  it('both keep it', () => {
    expect(
      inSystem({ tidy: { runs: api.oneOffs.tidy, when: 'each release' }, night: { runs: nightly, when: '0 2 * * *' } }, { api, nightly }),
    ).toEqual([]);
  });
  it('a container that runs until it is stopped breaks it', () => {
    expect(inSystem({ tidy: { runs: api, when: 'each release' } })).toEqual([
      { rule, at, found: 'api runs until it is stopped, so the job would never end', fix: 'run one of its oneOffs: api.oneOffs.…' },
    ]);
  });
  it('a mistyped one-off breaks it', () => {
    expect(inSystem({ tidy: { runs: api.oneOffs.tidi, when: 'each release' } })).toEqual([
      { rule, at, found: 'api has no one-off tidi', fix: 'did you mean tidy? Otherwise add it to the oneOffs of api’s contract' },
    ]);
  });
  it('a container that is not in the system breaks it', () => {
    expect(inSystem({ tidy: { runs: stranger.oneOffs.tidy, when: 'each release' } })).toEqual([
      { rule, at, found: 'it runs shop-cache (T §1), which is not in shop', fix: 'add it to containers; there is shop-api' },
    ]);
  });
});

describe('A container that runs to completion has exactly one job', () => {
  const rule = 'what-ends-has-one-job';

  it('none breaks it', () => {
    expect(inSystem({}, { api, nightly })).toEqual([
      {
        rule,
        at: 'shop.nightly.runs',
        found: 'nightly runs to completion, and no job says when',
        fix: "add a job: jobs: { nightly: { runs: nightly, when: 'each release' } }",
      },
    ]);
  });
  it('two break it', () => {
    expect(inSystem({ a: { runs: nightly, when: '0 2 * * *' }, b: { runs: nightly, when: '0 3 * * *' } }, { api, nightly })).toEqual([
      { rule, at: 'shop.jobs.b', found: 'a runs nightly already', fix: 'put both times into one schedule' },
    ]);
  });
});

describe('A job runs at each release or on a schedule that comes', () => {
  it.each([
    'each release',
    '* * * * *',
    '*/15 0-6,22 1,15 jan-mar MON-fri',
    '5/20 0 ? * 0',
    '0 0 29 2 *',
    '0 0 31 2 1',
    '0-59/59 23 31 12 6',
  ])('%s keeps it', (when) => {
    expect(jobOf({ when })).toEqual([]);
  });
  it.each([
    ['60 * * * *', '60 is no minute'],
    ['* 24 * * *', '24 is no hour'],
    ['* * 0 * *', '0 is no day of the month'],
    ['* * * 13 *', '13 is no month'],
    ['* * * * 7', '7 is no day of the week'],
    ['* * * * mo', 'mo is no day of the week'],
    ['*/0 * * * *', '*/0 is no minute'],
    ['5-1 * * * *', '5-1 is no minute'],
    ['1-2-3 * * * *', '1-2-3 is no minute'],
    ['1, * * * *', '1, is no minute'],
    ['-1 * * * *', '-1 is no minute'],
    ['*/5/5 * * * *', '*/5/5 is no minute'],
    ['0 0 30 2 *', 'no month has that day'],
    ['0 0 31 4,jun *', 'no month has that day'],
    ['0 0 * *', '4 fields, where cron has five'],
    ['0 0 0 * * *', '6 fields, where cron has five'],
    ['@daily', '1 fields, where cron has five'],
    ['', '0 fields, where cron has five'],
  ])('%j breaks it: %s', (when, why) => {
    expect(jobOf({ when })).toEqual([
      {
        rule: 'job-schedules-are-cron',
        at: 'shop.jobs.tidy.when',
        found: `${JSON.stringify(when)} is no schedule: ${why}`,
        fix: "write minute, hour, day, month and weekday in UTC, like '30 2 * * *', or 'each release'",
      },
    ]);
  });
});

describe('A job waits only for what says how others see that it answers', () => {
  const rule = 'jobs-wait-for-what-answers';
  const health = { liveness: { check: 'tcp', port: 'http' }, readiness: { check: 'tcp', port: 'http' } };
  const database = containerWith({
    name: 'shop-database',
    ports: { http: tcp(5432, 'SQL'), admin: tcp(5433, 'Admin') },
    health: { ...health, fromElsewhere: 'ask "$HOST" "$PORT"' },
  });
  const waitingFor = (...after: unknown[]) =>
    inSystem(
      { tidy: { runs: api.oneOffs.tidy, when: 'each release', after } },
      { api, database, web: containerWith({ name: 'shop-web' }) },
    );

  it('a container that does keeps it', () => {
    expect(waitingFor(database.ports.http)).toEqual([]);
  });
  it('one that does not breaks it', () => {
    expect(waitingFor(containerWith({ name: 'shop-web' }).ports.http)).toEqual([
      {
        rule,
        at: 'shop.jobs.tidy.after[0]',
        found: 'the contract of web does not say how another copy sees that it answers',
        fix: 'add health.fromElsewhere to it: a command of its image that ends with 0 once $HOST answers on $PORT',
      },
    ]);
  });
  it('waiting for one container on two ports breaks it', () => {
    expect(waitingFor(database.ports.http, database.ports.admin)).toEqual([
      { rule, at: 'shop.jobs.tidy.after[1]', found: 'the job waits for database already', fix: 'remove one of the two' },
    ]);
  });
});

describe('A job’s name fits', () => {
  const rule = 'job-names-fit';
  const named = (container: string, job: string, more: object = {}, when = 'each release') => {
    const long = containerWith({ name: container, oneOffs, ...more });
    return inSystem({ [job]: { runs: long.oneOffs.tidy, when } }, { api: long });
  };

  it('a name that is no DNS label breaks it', () => {
    expect(named('shop-api', 'Tidy_up')).toEqual([
      { rule, at: 'shop.jobs.Tidy_up', found: 'the name is no DNS label', fix: 'call it tidy-up' },
    ]);
  });
  it('63 characters with -v10-10-100-abcdef keep it, one more breaks it', () => {
    const job = 'j'.repeat(63 - 'shop-api--v10-10-100-abcdef'.length);

    expect(named('shop-api', job)).toEqual([]);
    expect(named('shop-api', `${job}j`)).toEqual([
      {
        rule,
        at: `shop.jobs.${job}j`,
        found: `shop-api-${job}j with a tag and a checksum is 1 characters too long`,
        fix: 'shorten the name of the job or of its container',
      },
    ]);
  });
  it('where the policy has longer tags, less is left', () => {
    const forms = { version: 'v1.0.0', 'version and sha': 'v1.0.0-abc1234' };
    const longer = { image: { ...image, tags: { ...image.tags, forms } } };

    expect(named('shop-api', 'j'.repeat(22), longer)).toEqual([]);
    expect(named('shop-api', 'j'.repeat(23), longer).map(({ found }) => found)).toEqual([
      `shop-api-${'j'.repeat(23)} with a tag and a checksum is 1 characters too long`,
    ]);
  });
  it('on a schedule 52 characters keep it, one more breaks it', () => {
    expect(named('shop-api', 'j'.repeat(43), {}, '0 2 * * *')).toEqual([]);
    expect(named('shop-api', 'j'.repeat(44), {}, '0 2 * * *').map(({ found }) => found)).toEqual([
      `shop-api-${'j'.repeat(44)} is 1 characters too long`,
    ]);
  });
  it('two jobs of different containers that would be called alike break it', () => {
    const [one, two] = [containerWith({ name: 'a', oneOffs }), containerWith({ name: 'a-b', oneOffs })];
    const jobs = { 'b-c': { runs: one.oneOffs.tidy, when: 'each release' }, c: { runs: two.oneOffs.tidy, when: 'each release' } };

    expect(inSystem(jobs, { one, two })).toEqual([
      { rule, at: 'shop.jobs.c', found: 'b-c would be called a-b-c as well', fix: 'call one of them something else' },
    ]);
  });
});

describe('A job that must end in time has some', () => {
  it.each(['1ms', '10m', '1h'])('%s keeps it', (endsWithin) => {
    expect(jobOf({ endsWithin })).toEqual([]);
  });
  it.each(['0s', '10', '1 h', '1d', '-5m'])('%s breaks it', (endsWithin) => {
    expect(jobOf({ endsWithin })).toEqual([
      {
        rule: 'job-deadlines-are-durations',
        at: 'shop.jobs.tidy.endsWithin',
        found: `${endsWithin} is no time to end in`,
        fix: 'write a whole number and its unit, like 10m, or leave it out',
      },
    ]);
  });
});

describe('A job’s pod keeps nothing', () => {
  const rule = 'jobs-keep-nothing';
  const withVolume = (volume: unknown) => containerWith({ oneOffs, volumes: { data: volume } });

  it('scratch space keeps it', () => {
    const container = withVolume(scratch('/data', 'Data'));

    expect(inSystem({ tidy: { runs: container.oneOffs.tidy, when: 'each release' } }, { api: container })).toEqual([]);
  });
  it('data that outlives the pod breaks it', () => {
    const container = withVolume(persistent('/data', 'Data'));

    expect(inSystem({ tidy: { runs: container.oneOffs.tidy, when: 'each release' } }, { api: container })).toEqual([
      {
        rule,
        at: 'shop.jobs.tidy.runs',
        found: 'api keeps data in data, which its running copy holds',
        fix: 'write a container of its own for the job, that reaches the data through a port',
      },
    ]);
  });
  it('a volume shared with another container breaks it', () => {
    const main = containerWith({
      name: 'shop-web',
      ports: { web: tcp(3000, 'HTTP') },
      health: { liveness: { check: 'tcp', port: 'web' }, readiness: { check: 'tcp', port: 'web' } },
      volumes: { out: scratch('/out', 'Out') },
    });
    const beside = withVolume(scratch('/data', 'Data'));
    const together = [{ main, beside: [beside], shares: [{ volume: main.volumes.out, as: beside.volumes.data }] }];
    const jobs = { tidy: { runs: beside.oneOffs.tidy, when: 'each release' } };

    expect(findingsIn({ containers: { main, beside }, together, jobs })).toEqual([
      { rule, at: 'shop.jobs.tidy.runs', found: 'beside shares data with its pod', fix: 'write a container of its own for the job' },
    ]);
  });
});
