import * as made from '../manifests';
import { change, nearMiss, type ObjectChange, refused } from '../object-change';

export const IMMUTABLE_DATA: readonly ObjectChange[] = [made.configMap, made.secret].flatMap((make): readonly ObjectChange[] => {
  const field = make === made.secret ? 'stringData' : 'data';
  return [
    change(
      'immutable, another value',
      make({ immutable: true }),
      (o) => {
        o[field].a = 'two';
      },
      refused('immutable-data-is-fixed'),
    ),
    change(
      'immutable, a new key',
      make({ immutable: true }),
      (o) => {
        o[field].c = 'two';
      },
      refused('immutable-data-is-fixed'),
    ),
    change(
      'no longer immutable',
      make({ immutable: true }),
      (o) => {
        delete o.immutable;
      },
      refused('immutable-data-is-fixed'),
    ),
    change(
      'immutable from now on, with another value',
      make(),
      (o) => {
        o[field].a = 'two';
        o.immutable = true;
      },
      nearMiss('immutable-data-is-fixed'),
    ),
    change(
      'immutable, another label',
      make({ immutable: true }),
      (o) => {
        o.metadata = { ...o.metadata, labels: { app: 'other' } };
      },
      nearMiss('immutable-data-is-fixed'),
    ),
    change(
      'another value',
      make(),
      (o) => {
        o[field].a = 'two';
      },
      nearMiss('immutable-data-is-fixed'),
    ),
  ];
});
