import { checksOf } from './checks';
import { outlived, unlisted } from './compare';
import type { Exception } from './exceptions';
import type { Remark } from './remark';
import { table } from './table';

const remark = (changes: Partial<Remark> = {}): Remark => ({
  judge: 'checkov',
  target: 'production',
  system: 'shop',
  object: 'Deployment/web',
  rule: 'CKV_1',
  says: 'Image should use digest',
  ...changes,
});
const exception: Exception = {
  judge: 'checkov',
  rule: 'CKV_1',
  on: ['production'],
  objects: ['shop Deployment/web'],
  because: 'So it is.',
};

describe('What a judge says', () => {
  it('passes with a reason', () => {
    expect(unlisted([remark()], [exception])).toEqual([]);
  });

  it.each<[string, Partial<Remark>]>([
    ['judge', { judge: 'kube-score' }],
    ['rule', { rule: 'CKV_2' }],
    ['target', { target: 'minikube' }],
    ['system', { system: 'todo' }],
    ['object', { object: 'Job/web' }],
  ])('is a finding where the reason is for another %s', (_, changes) => {
    expect(unlisted([remark(changes)], [exception])).toHaveLength(1);
  });

  it('is told with its place and what to do about it', () => {
    expect(unlisted([remark()], [])).toEqual([
      {
        at: 'production: shop Deployment/web',
        found: 'checkov says: Image should use digest',
        fix: 'change what makes the field (npx waybill explain shop Deployment/web); where a clause or a decision forbids that, add the object and the reason to test/validate/exceptions.ts, then npm run docs',
        rule: 'checkov CKV_1',
      },
    ]);
  });
});

describe('A reason', () => {
  it('is needed as long as the judge says it', () => {
    expect(outlived([remark()], exception)).toEqual([]);
  });

  it('is a finding for each object and target of which the judge is silent', () => {
    const wider = { ...exception, on: ['minikube', 'production'], objects: ['shop Deployment/web', 'shop Job/web'] };

    expect(outlived([remark()], wider).map(({ at }) => at)).toEqual([
      'test/validate/exceptions.ts: minikube: shop Deployment/web',
      'test/validate/exceptions.ts: minikube: shop Job/web',
      'test/validate/exceptions.ts: production: shop Job/web',
    ]);
  });

  it('that is not needed says what to take out', () => {
    expect(outlived([], exception)).toEqual([
      {
        at: 'test/validate/exceptions.ts: production: shop Deployment/web',
        found: 'checkov has nothing to say against it any more',
        fix: 'take shop Deployment/web out of the exception, or the exception out of the list, then npm run docs',
        rule: 'checkov CKV_1',
      },
    ]);
  });
});

describe('A run', () => {
  const judges = [{ name: 'checkov' as const, targets: ['minikube', 'production'] }];
  const limit = { judge: 'checkov' as const, system: 'shop', target: 'production', atMost: 1 };
  const failed = (remarks: readonly Remark[], exceptions: readonly Exception[]) =>
    checksOf(remarks, exceptions, judges, [limit])
      .filter(({ findings }) => findings.length > 0)
      .map(({ sentence }) => sentence);

  it('checks each judge at each target, each reason, and each promised figure', () => {
    expect(checksOf([remark()], [exception], judges, [limit]).map(({ sentence }) => sentence)).toEqual([
      'checkov says nothing of minikube that has no reason',
      'checkov says nothing of production that has no reason',
      'checkov CKV_1 is still needed: So it is.',
      'checkov says at most 1 of production: shop',
    ]);
    expect(failed([remark()], [exception])).toEqual([]);
  });

  it('fails where more is said than is promised, reason or not', () => {
    const second = { ...exception, objects: ['shop Job/web'] };

    expect(failed([remark(), remark({ object: 'Job/web' })], [exception, second])).toEqual(['checkov says at most 1 of production: shop']);
  });

  it('ends with a table: every judge and target, and each file of which figures are promised', () => {
    const released = { ...limit, target: 'production as released', atMost: 0 };
    const remarks = [remark(), remark({ target: 'minikube' }), remark({ system: 'other' })];

    expect(table(remarks, ['checkov'], ['minikube', 'production'], [limit, released])).toBe(
      [
        'judge    minikube  production  production: shop  at most  production as released: shop  at most',
        'checkov  1         2           1                 1        0                             0',
      ].join('\n'),
    );
  });
});
