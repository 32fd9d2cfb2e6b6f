import { expect, test } from 'vitest';
import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { caseSheet } from '../../../../../web/parts/list/case-sheet.ts';

const matter: ListedCase = {
  caseId: 'dafeng.01',
  tenant: 'yancheng/dafeng',
  tenantName: '大丰区',
  organisation: { id: 'dafeng-health', name: '@卫健委' },
  kind: 'cloudApplication',
  kindTitle: '政务云资源申请',
  matter: '政务云资源',
  priced: true,
  number: '大丰区2026-0012',
  systemName: '=HYPERLINK("http://x")',
  status: 'reviewing',
  statusLabel: '本级审核中',
  round: 1,
  version: 3,
  createdAt: '2026-10-16T01:00:00Z',
  updatedAt: '2026-10-16T01:00:00Z',
  line: [],
};
const column = (label: string, text: (matter: ListedCase) => string) => ({ label, text });

test('goes out as the shown columns, and nothing in it runs', () => {
  const columns = [
    column('信息系统', ({ systemName }) => systemName),
    column('申请单位', ({ organisation }) => organisation.name),
    column('现由谁办', ({ desk }) => desk?.holder ?? ''),
  ];
  expect(caseSheet(columns, [matter])).toEqual([
    ['信息系统', '申请单位', '现由谁办'],
    ['\'=HYPERLINK("http://x")', "'@卫健委", null],
  ]);
});
