import { get, memory, persistent, scratch, tcp } from '../../../contracts';
import { countsArePositive } from '../../../contracts/rules/counts-are-positive';
import { durationsArePositive } from '../../../contracts/rules/durations-are-positive';
import { imageSizesFit } from '../../../contracts/rules/image-sizes-fit';
import { memoryVolumesFit } from '../../../contracts/rules/memory-volumes-fit';
import { resourcesFit } from '../../../contracts/rules/resources-fit';
import { sizesAreQuantities } from '../../../contracts/rules/sizes-are-quantities';
import { userIsNotRoot } from '../../../contracts/rules/user-is-not-root';
import { contractWith, imageWith, problemsOf } from '../../support/contract-with';

describe('User, group and the group of volumes are numbers, and none is root’s', () => {
  it.each([1, 999, 2147483647])('%d keeps the rule', (id) => {
    expect(problemsOf(userIsNotRoot, { user: { uid: id, gid: id, volumesGid: id } })).toEqual([]);
  });
  it.each([
    ['uid', 0, '0 is root'],
    ['gid', 0, '0 is root'],
    ['volumesGid', -1, '-1 is no number of a group'],
    ['uid', 1.5, '1.5 is no number of a user'],
    ['uid', 2147483648, '2147483648 is no number of a user'],
  ])('%s %d breaks it', (key, id, found) => {
    expect(problemsOf(userIsNotRoot, { user: { uid: 1000, gid: 1000, [key]: id } })).toEqual([
      { at: `shop.api.user.${key}`, found, fix: 'write the number the image has, from 1 to 2147483647' },
    ]);
  });
});

describe('CPU and memory are quantities above nothing, and no request is above its limit', () => {
  const resources = (cpu: string, mem: string, limitCpu: string, limitMem: string) => ({
    requests: { cpu, memory: mem },
    limits: { cpu: limitCpu, memory: limitMem },
  });
  const AT = 'shop.api.resources';

  it.each([
    ['a request that is its limit', resources('500m', '1Gi', '500m', '1024Mi')],
    ['no limit for CPU', { requests: { cpu: '9000m', memory: '1Mi' }, limits: { memory: '1Mi' } }],
  ])('%s keeps the rule', (_what, figures) => {
    expect(problemsOf(resourcesFit, { resources: figures })).toEqual([]);
  });
  it.each([
    [resources('1', '1Mi', '2000m', '1Mi'), `${AT}.requests.cpu`, '1 is no quantity', 'write a whole number and its unit: 250m'],
    [resources('0m', '1Mi', '2000m', '1Mi'), `${AT}.requests.cpu`, '0m is nothing', 'write what is needed: 250m'],
    [resources('1m', '1Mi', '2m', '1GB'), `${AT}.limits.memory`, '1GB is no quantity', 'write a whole number and its unit: 256Mi'],
    [resources('1m', '0.5Mi', '2m', '1Gi'), `${AT}.requests.memory`, '0.5Mi is no quantity', 'write a whole number and its unit: 128Mi'],
    [resources('1m', ' 1Mi', '2m', '1Gi'), `${AT}.requests.memory`, ' 1Mi is no quantity', 'write a whole number and its unit: 128Mi'],
    [
      resources('501m', '1Mi', '500m', '1Mi'),
      `${AT}.requests.cpu`,
      '501m is requested, above the limit of 500m',
      'request at most 500m, or raise the limit',
    ],
    [
      resources('1m', '1025Mi', '500m', '1Gi'),
      `${AT}.requests.memory`,
      '1025Mi is requested, above the limit of 1Gi',
      'request at most 1Gi, or raise the limit',
    ],
  ])('%j breaks it', (figures, at, found, fix) => {
    expect(problemsOf(resourcesFit, { resources: figures })).toEqual([{ at, found, fix }]);
  });
  it('a one-off command of its own resources breaks it too', () => {
    const oneOffs = { migrate: { run: ['migrate'], purpose: 'Migrate', resources: resources('2m', '1Mi', '1m', '1Mi') } };

    expect(problemsOf(resourcesFit, { oneOffs })).toEqual([
      {
        at: 'shop.api.oneOffs.migrate.resources.requests.cpu',
        found: '2m is requested, above the limit of 1m',
        fix: 'request at most 1m, or raise the limit',
      },
    ]);
  });
});

describe('The upper bound of a volume is a quantity above nothing', () => {
  const at = 'shop.api.volumes.v.atMost';
  const bounded = (atMost: string) => scratch('/v', 'Files', { atMost: atMost as '1Mi' });

  it('1Mi keeps the rule, and so does no bound', () => {
    expect(problemsOf(sizesAreQuantities, { volumes: { v: bounded('1Mi'), w: scratch('/w', 'Files') } })).toEqual([]);
  });
  it.each([
    ['64MB', '64MB is no quantity', 'write a whole number and its unit: 64Mi'],
    ['0Gi', '0Gi is nothing', 'write what is needed: 64Mi'],
  ])('%s breaks it', (atMost, found, fix) => {
    expect(problemsOf(sizesAreQuantities, { volumes: { v: bounded(atMost) } })).toEqual([{ at, found, fix }]);
  });
  it('a bound of a persistent volume breaks it: the target says how large that is', () => {
    expect(problemsOf(sizesAreQuantities, { volumes: { v: persistent('/v', 'Data', { atMost: '1Gi' }) } })).toEqual([
      { at, found: 'nothing would hold a persistent volume to it', fix: 'leave it out: the target says how large it is' },
    ]);
  });
});

describe('Volumes in memory together stay below the memory limit', () => {
  const { resources } = contractWith({ resources: { requests: { cpu: '1m', memory: '1Mi' }, limits: { memory: '256Mi' } } });
  const two = (atMost: '127Mi' | '128Mi') => ({
    resources,
    volumes: { a: memory('/a', 'A', { atMost: '128Mi' }), b: memory('/b', 'B', { atMost }), c: scratch('/c', 'C', { atMost: '1Gi' }) },
  });

  it('a MiB less than the limit keeps the rule', () => {
    expect(problemsOf(memoryVolumesFit, two('127Mi'))).toEqual([]);
  });
  it('as much as the limit breaks it', () => {
    expect(problemsOf(memoryVolumesFit, two('128Mi'))).toEqual([
      {
        at: 'shop.api.resources.limits.memory',
        found: 'a, b can take 256Mi of 256Mi, which leaves nothing to the process',
        fix: 'raise the limit, or lower what the volumes may take',
      },
    ]);
  });
});

describe('The size of an image is in decimal megabytes, and its target is no larger than its maximum', () => {
  it.each([{ maximum: '1MB' }, { target: '600MB', maximum: '600MB' }])('%j keeps the rule', (size) => {
    expect(problemsOf(imageSizesFit, imageWith({ size }))).toEqual([]);
  });
  it.each([
    [{ target: '601MB', maximum: '600MB' }, 'target', '601MB is above the maximum of 600MB', 'write at most 600MB'],
    [{ maximum: '600Mi' }, 'maximum', '600Mi is no quantity', 'write a whole number and its unit: 600MB'],
    [{ target: '0MB', maximum: '600MB' }, 'target', '0MB is nothing', 'write what is needed: 500MB'],
  ])('%j breaks it', (size, field, found, fix) => {
    expect(problemsOf(imageSizesFit, imageWith({ size }))).toEqual([{ at: `shop.api.image.size.${field}`, found, fix }]);
  });
});

describe('A duration is a whole number and its unit, above zero', () => {
  const { process, health } = contractWith();
  const stops = (stopsWithin: string) => ({ process: { ...process, stopsWithin } });

  it.each(['1000ms', '1s', '5m', '1h', '2147483647s'])('%s keeps the rule', (duration) => {
    expect(problemsOf(durationsArePositive, stops(duration))).toEqual([]);
  });
  it.each([
    ['30', '"30" is no duration', 'write a whole number with ms, s, m or h: 30s'],
    ['1.5s', '"1.5s" is no duration', 'write a whole number with ms, s, m or h: 30s'],
    ['0s', '0s is no time at all', 'write how long it is: 30s'],
    ['999ms', '999ms is less than a second', 'write at least 1s'],
    ['2147483648s', '2147483648s is longer than can be counted', 'write at most 2147483647s'],
  ])('%s breaks it', (duration, found, fix) => {
    expect(problemsOf(durationsArePositive, stops(duration))).toEqual([{ at: 'shop.api.process.stopsWithin', found, fix }]);
  });
  it('a start period may be none, as Docker’s own is', () => {
    const healthcheck = { interval: '30s', timeout: '3s', retries: 3, command: 'true', startPeriod: '0s' };

    expect(problemsOf(durationsArePositive, { health: { ...health, healthcheck } })).toEqual([]);
  });
  it('only the time to stop needs a whole second', () => {
    expect(problemsOf(durationsArePositive, { health: { ...health, liveness: get('http', '/', { within: '1ms' }) } })).toEqual([]);
  });
  it.each([
    ['health.liveness.timing.every', { health: { ...health, liveness: get('http', '/', { every: '0s' }) } }],
    ['health.readiness.timing.within', { health: { ...health, readiness: get('http', '/', { within: '0s' }) } }],
    ['health.startsWithin', { health: { ...health, startsWithin: '0s' } }],
    ['health.healthcheck.interval', { health: { ...health, healthcheck: { ...health.healthcheck, interval: '0s' } } }],
    ['ports.http.lasts', { ports: { http: tcp(8080, 'HTTP', { lasts: '0s' }) } }],
  ])('%s is one of them', (place, changes) => {
    expect(problemsOf(durationsArePositive, changes)).toEqual([
      { at: `shop.api.${place}`, found: '0s is no time at all', fix: 'write how long it is: 30s' },
    ]);
  });
});

describe('What is counted is a whole number from 1', () => {
  const { health } = contractWith();
  const failing = (failures: number) => ({ health: { ...health, liveness: get('http', '/', { failures }) } });

  it('1 keeps the rule', () => {
    expect(problemsOf(countsArePositive, failing(1))).toEqual([]);
  });
  it.each([
    ['health.liveness.timing.failures', 0, failing(0)],
    ['health.liveness.timing.failures', 1.5, failing(1.5)],
    ['health.healthcheck.retries', -1, { health: { ...health, healthcheck: { ...health.healthcheck, retries: -1 } } }],
    ['env.KEY.minLength', 0, { env: { KEY: { need: 'required secret', description: 'Key', minLength: 0 } } }],
  ])('%s: %d breaks it', (place, count, changes) => {
    expect(problemsOf(countsArePositive, changes)).toEqual([
      { at: `shop.api.${place}`, found: `${count} is no count`, fix: 'write a whole number from 1' },
    ]);
  });
});
