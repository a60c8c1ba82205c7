import { findFields } from '../../../cli/explain/find-fields';
import { findObject } from '../../../cli/explain/find-object';
import { explainOurs } from './explain-ours';

const fields = [
  'spec.replicas',
  'spec.template.spec.containers[backend].resources.limits.cpu',
  'spec.template.spec.containers[backend].env[PORT].value',
  'metadata.labels[app.kubernetes.io/name]',
  'spec.template.spec.volumes[tmp].emptyDir.sizeLimit',
].map((path) => ({ path, value: 1, reasons: [], clauses: [] }));

describe('A field is found by', () => {
  it.each([
    ['its path', 'spec.replicas', ['spec.replicas']],
    ['its last part', 'replicas', ['spec.replicas']],
    ['its last parts', 'limits.cpu', ['spec.template.spec.containers[backend].resources.limits.cpu']],
    ['parts from the middle', 'containers[backend].resources', ['spec.template.spec.containers[backend].resources.limits.cpu']],
    ['parts with dots for brackets', 'containers.backend.env.PORT', ['spec.template.spec.containers[backend].env[PORT].value']],
    ['an item', 'env[PORT]', ['spec.template.spec.containers[backend].env[PORT].value']],
    ['the path as the list shows it', '…volumes[tmp]', ['spec.template.spec.volumes[tmp].emptyDir.sizeLimit']],
    ['a label', 'app.kubernetes.io/name', ['metadata.labels[app.kubernetes.io/name]']],
    ['no half of a part', 'replica', []],
    ['nothing else', 'resource', []],
  ])('%s: %s', (_, path, found) => {
    expect(findFields(fields, path).map((field) => field.path)).toEqual(found);
  });
});

describe('An object is found by', () => {
  const names = ['Service/web', 'Deployment/web', 'ConfigMap/web-config'];

  it.each([
    ['kind and name', 'Service/web', ['Service/web']],
    ['kind in any case', 'service/web', ['Service/web']],
    ['a name that only one has', 'web-config', ['ConfigMap/web-config']],
    ['a name that several have: all of them', 'web', ['Service/web', 'Deployment/web']],
    ['nothing else', 'Service/we', []],
  ])('%s', (_, asked, found) => {
    expect(findObject(asked, names)).toEqual(found);
  });
});

describe('What is not there', () => {
  it.each([
    [
      'an object',
      { object: 'Deploymnt/todo-backend' },
      'todo-chatbot at production: Deploymnt/todo-backend: not found\n  fix: did you mean Deployment/todo-backend?',
    ],
    [
      'a field',
      { object: 'Deployment/todo-backend', field: 'contaners[backend].resources' },
      'todo-chatbot at production: Deployment/todo-backend field contaners[backend].resources: not found\n  fix: did you mean containers[backend].resources?',
    ],
    ['one object', { object: 'todo-frontend-tls' }, /^todo-chatbot at production: todo-frontend-tls: not found\n {2}fix: /],
    [
      'a name alone that several have',
      { object: 'todo-backend' },
      /several objects are called todo-backend\n {2}fix: write ServiceAccount\/todo-backend or /,
    ],
  ])('%s ends with 2 and says what was probably meant', (_, question, message) => {
    const { code, out, err } = explainOurs('todo-chatbot', 'production', question);

    expect([code, out, err.length]).toEqual([2, '', 1]);
    expect(err[0]).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});
