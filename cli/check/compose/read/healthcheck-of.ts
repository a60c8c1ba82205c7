import type { ToldHealthcheck } from './compose-service';
import { entryAt, HOLE, type Node, valueAt } from './node';
import { isTrue, madeOf, optional, told } from './told';

export const healthcheckOf = (node: Node): ToldHealthcheck | undefined => {
  const entry = entryAt(node, 'healthcheck');
  if (entry?.value.kind !== 'map') return undefined;
  const { at, value } = entry;
  const test = valueAt(value, 'test');
  const items = test?.kind === 'list' ? test.items.map((item) => (item.kind === 'scalar' ? item.text : HOLE)) : undefined;
  const [first, ...rest] = items ?? [];
  const plain = told(test);
  const asked =
    test === undefined
      ? undefined
      : items === undefined
        ? { at: test.at, isShell: true, words: [plain?.text ?? HOLE], ...madeOf(test) }
        : { at: test.at, isShell: first === 'CMD-SHELL', words: rest, ...madeOf(test) };
  return {
    at,
    isDisabled: isTrue(valueAt(value, 'disable')) || first === 'NONE',
    ...optional('test', asked),
    ...optional('interval', told(valueAt(value, 'interval'))),
    ...optional('timeout', told(valueAt(value, 'timeout'))),
    ...optional('startPeriod', told(valueAt(value, 'start_period'))),
    ...optional('retries', told(valueAt(value, 'retries'))),
  };
};
