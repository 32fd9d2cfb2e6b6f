import { expect, it } from 'vitest';
import { workShape } from '#functions/provisioning/store/work-shape.ts';
import { reclamationShape } from '#functions/reclamation/store/reclamation-shape.ts';
import type { Item } from '#shared/table/read-all.ts';
import { reclamationOf } from '#test/support/reclamation-of.ts';

const mostBytes = 400_000;
/** More than two batches of the most units that one may have. */
const resources = Array.from({ length: 2_400 }, (_, index) => ({
  resourceId: `dafeng.01HZZZZZZZZZZZZZZZZZZZZZZZ-12-${index}`,
  name: '通用型云主机',
  specification: '8核16G，系统盘 100GB，数据盘 500GB，政务外网区，含备份',
  quantity: 1,
  unit: '台',
  instanceId: `i-0123456789abcdef-${index}`,
  addresses: [`10.1.${index % 250}.${index % 200}`, `2408:8000::${index}`],
}));

const sizes = (parts: object): number[] =>
  Object.values(parts).map((part) => Buffer.byteLength(JSON.stringify(part)));
const asItems = (parts: object): ReadonlyMap<string, Item> =>
  new Map(Object.entries(JSON.parse(JSON.stringify(parts)) as Record<string, Item>));

it('a reclamation and its work order hold whatever a system has, each item within what the table takes', () => {
  const reclamation = { ...reclamationOf({ reclamationId: 'dafeng.1' }), resources };
  const split = reclamationShape().split(reclamation);
  expect(Math.max(...sizes(split.parts))).toBeLessThan(mostBytes);
  expect(reclamationShape().join({ ...split.header }, asItems(split.parts))).toEqual(reclamation);

  const task = {
    ...{ answers: 'reclamation.answered', processId: 'dafeng.1', step: 'reclaim', title: '资源回收' },
    ...{ asksErasure: true, asksCertificate: true },
    resources,
  };
  const work = {
    ...{ workId: 'dafeng.1-reclaim', provider: { id: 'p', name: '云服务商' } },
    tenant: 'yancheng/dafeng' as const,
    ...{
      orderId: `dafeng.${'0'.repeat(26)}`,
      kind: 'task' as const,
      systemName: '平台',
      applicant: '卫健委',
    },
    ...{ issuedAt: '2026-06-01T02:00:00.000Z', lines: [], units: [], task },
  };
  const written = workShape.split(work);
  expect(Math.max(...sizes(written.parts))).toBeLessThan(mostBytes);
  expect(workShape.join({ ...written.header }, asItems(written.parts))).toEqual(work);
});
