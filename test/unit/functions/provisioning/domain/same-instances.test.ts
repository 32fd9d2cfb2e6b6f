import { expect, it } from 'vitest';
import { sameInstances } from '#functions/provisioning/domain/same-instances.ts';

const row = (caseId: string, batch: number, instanceId: string, state: 'inUse' | 'reclaimed' = 'inUse') => ({
  caseId,
  batch,
  instanceId,
  state,
});

it('an instance that another batch or order of the system has in use is found, and none that was given back', () => {
  const rows = [
    row('a', 1, 'i-1'),
    row('a', 1, 'i-2', 'reclaimed'),
    row('b', 1, 'i-3'),
    row('a', 2, 'i-1'),
    row('a', 2, 'i-2'),
    row('a', 2, 'i-3'),
    row('a', 2, 'i-4'),
    row('a', 2, ''),
    row('b', 2, ''),
  ];
  expect(sameInstances(rows, { orderId: 'a', no: 2 })).toEqual(['i-1', 'i-3']);
  expect(sameInstances(rows, { orderId: 'c', no: 1 })).toEqual([]);
});
