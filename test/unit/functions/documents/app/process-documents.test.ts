import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '#functions/documents/app/defaults/default-template.ts';
import { makeProcessDocument, viewProcessDocument } from '#functions/documents/app/process-documents.ts';
import type { letterData } from '#functions/documents/domain/process/letter-data.ts';
import type { ProcessDocumentKind } from '#shared/contracts/documents.ts';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';
import { rectificationSetup } from '#test/support/rectification-setup.ts';

type Services = Parameters<typeof makeProcessDocument>[0];
type Views = Partial<{
  order: OrderView;
  letter: Parameters<typeof letterData>[0];
  sees: Awaited<ReturnType<ReturnType<typeof rectificationSetup>['sees']>>;
  reclamation: Awaited<ReturnType<ReturnType<typeof rectificationSetup>['reclamation']>>;
}>;

const unknown = refuse({ code: 'not-found', detail: '没有。' } as const);
const actor = {
  personId: 'p',
  name: '某人',
  membershipId: 'm',
  tenant: 'yancheng/dafeng',
  organisation: { id: 'health', name: '卫健委' },
  roles: ['department.clerk'],
  grantsVersion: 1,
} as const;

/** A city that keeps the templates that come with the system. */
const servicesOf = ({ order, letter, sees, reclamation }: Views): Services => ({
  orders: {
    viewOrder: async () => (order ? accept(order) : unknown),
    viewLetter: async () => (letter ? accept({ ...letter, systemName: '系统' }) : unknown),
  },
  processes: {
    viewRectification: async () => (sees ? accept(sees) : unknown),
    viewReclamation: async () => (reclamation ? accept(reclamation) : unknown),
  },
  templates: { inForce: async () => new Map(), contentOf: async () => defaultTemplate('letter') },
  nodesOf: async () => [
    { id: 'yancheng/_city', level: 'city', authority: '盐城市数据局' },
    { id: 'yancheng/dafeng', level: 'county', authority: '大丰区数据局' },
  ],
});

const read = async (views: Views, kind: ProcessDocumentKind): Promise<readonly string[]> => {
  const made = await makeProcessDocument(servicesOf(views), actor, 'x', kind);
  if (!made.ok) throw new Error(made.refusal.detail);
  return wordsOfDocx(made.value.content);
};
const refusal = async (views: Views, kind: ProcessDocumentKind) => {
  const viewed = await viewProcessDocument(servicesOf(views), actor, 'x', kind);
  return viewed.ok ? undefined : viewed.refusal;
};

const orderOf = (changes: Partial<OrderView>): OrderView => ({
  orderId: `dafeng.${'0'.repeat(26)}`,
  systemId: `dafeng.${'0'.repeat(26)}`,
  systemName: '基层医疗平台',
  tenant: 'yancheng/dafeng',
  tenantName: '大丰区',
  organisation: { id: 'health', name: '大丰区卫生健康委员会' },
  status: 'confirming',
  statusLabel: '待三方确认',
  approvedAt: '2026-07-06T02:00:00.000Z',
  opened: 0,
  total: 1,
  version: 1,
  provider: { id: 'p', name: '云服务商' },
  confirmation: {
    clause: 'yc-cloud-17-1',
    parties: [
      {
        party: 'operator',
        label: '运行管理机构',
        at: '2026-07-07T02:00:00.000Z',
        by: { name: '张三', organisation: '大数据中心' },
      },
      { party: 'department', label: '使用部门' },
      { party: 'provider', label: '云服务商' },
    ],
  },
  lines: [],
  batches: [],
  credentialsClause: 'yc-cloud-17-1',
  billing: { clause: 'yc-cloud-17-2', from: 'laterOfBoth' },
  may: [],
  ...changes,
});

const lineOf = (lineNo: number): OrderView['lines'][number] => ({
  lineNo,
  productId: 'host',
  name: '通用型云主机',
  kind: 'host',
  specification: '4核8G',
  unit: '台',
  quantity: 2,
  unitPriceFen: 12_345,
  pool: { kind: 'cityPool' },
  zone: 'extranet',
  remaining: 2,
});

describe('三方确认单', () => {
  it('lists every line of a list of hundreds, what is missing in words, and each party whose word is out', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => lineOf(index + 1));
    const purpose = `用途很长：${'保障全市基层医疗机构业务连续运行，'.repeat(60)}`;
    const words = await read(
      { order: orderOf({ lines: [{ ...lineOf(1), purpose }, ...lines.slice(1)] }) },
      'confirmation',
    );
    expect(words).toContain('（尚未全部确认，内容截至生成之时）');
    expect(words[words.indexOf('每月费用（元）') + 1]).toBe('74,070.00');
    expect(words).toContain(purpose);
    const list = words.slice(0, words.indexOf('二、三方确认'));
    expect(list.filter((said) => said === '（未填写）')).toHaveLength(299);
    const numbers = words.filter((said) => /^\d+$/.test(said));
    expect(numbers).toEqual(lines.map(({ lineNo }) => String(lineNo)));
    const parties = words.slice(words.indexOf('运行管理机构'));
    expect(parties.slice(0, 4)).toEqual(['运行管理机构', '大数据中心', '张三', '2026-07-07 10:00']);
    expect(parties.slice(4, 7)).toEqual(['使用部门', '大丰区卫生健康委员会', '（未填写）']);
  });

  it('is not there where no confirmation is asked for', async () => {
    const { confirmation: _, ...order } = orderOf({});
    expect(await refusal({ order }, 'confirmation')).toMatchObject({ code: 'not-found' });
  });
});

describe('信息安全责任书', () => {
  const text = {
    version: 3,
    title: '信息安全责任书',
    text: '第一条 甲。\n\n第二条 {乙}。',
    digest: 'd'.repeat(64),
  };

  it('is the city’s own text word for word, with its version and digest and room for the seal', async () => {
    const words = await read({ letter: { text, organisation: '卫健委' } }, 'letter');
    expect(words).toEqual([
      '信息安全责任书',
      '第一条 甲。',
      '第二条 {乙}。',
      '责任单位：卫健委（盖章）',
      '　　　　年　　月　　日',
      '本单位尚未签订。',
      `责任书文本第 3 版，SHA-256：${text.digest}`,
    ]);
  });

  it.each([
    [{ byScan: true }, '上传盖章扫描件'],
    [{ byScan: false, byLink: true as const }, '通过办理链接签订'],
    [{ byScan: false }, '在系统中签订'],
  ])('says who has signed it and how: %j', async (way, said) => {
    const signed = { at: '2026-07-06T17:00:00.000Z', by: { name: '李四', organisation: '卫健委' }, ...way };
    const words = await read({ letter: { text, organisation: '卫健委', signed } }, 'letter');
    expect(words).toContain('2026年7月7日');
    expect(words).toContain(`签订：李四（卫健委），${said}。`);
  });
});

describe('整改和处置的公文', () => {
  it('follow the rectification: no notice before the warning, no disposal before its opinion, the decision once it is made', async () => {
    const story = rectificationSetup('yancheng/dafeng');
    story.at('2026-01-31');
    expect(await story.find('operator', 'other')).toBe('ok');
    expect(await refusal({ sees: await story.sees('operator') }, 'warning')).toMatchObject({
      detail: expect.stringContaining('还没有同意警告'),
    });
    await story.act('leader', { kind: 'warn', text: '限期整改。' });
    const notice = await read({ sees: await story.sees('clerk') }, 'warning');
    expect(notice).toContain('大丰区数据局');
    expect(notice.join()).toContain('请于2026年2月28日前完成整改');
    expect(await refusal({ sees: await story.sees('operator') }, 'disposal')).toMatchObject({
      detail: expect.stringContaining('还没有提出处置意见'),
    });

    await story.act('clerk', { kind: 'state', of: 'extension', text: '厂家排期。\n下月完成。' });
    await story.act('operator', { kind: 'judge', verdict: 'notYet', text: '理由不足。' });
    story.at('2026-03-02');
    expect(
      await story.act('operator', { kind: 'propose', measure: 'reclaim', text: '拟收回全部资源。' }),
    ).toBe('ok');
    const proposed = await read({ sees: await story.sees('operator') }, 'disposal');
    expect(proposed).toContain('（尚未批准，不得执行）');
    expect(proposed.slice(proposed.indexOf('处置措施'), proposed.indexOf('处置措施') + 2)).toEqual([
      '处置措施',
      '收回资源',
    ]);
    expect(proposed).toEqual(
      expect.arrayContaining(['申请延期', '厂家排期。', '下月完成。', '拟收回全部资源。', '待批准']),
    );

    await story.act('leader', { kind: 'decide', approved: true, text: '同意收回。' });
    const decided = await read({ sees: await story.sees('clerk') }, 'disposal');
    expect(decided).not.toContain('（尚未批准，不得执行）');
    expect(decided).toEqual(expect.arrayContaining(['同意', '同意收回。', '2026年3月2日']));
    const reclaim = await read({ reclamation: await story.reclamation() }, 'reclaim');
    expect(reclaim.filter((words) => words === '云主机（4核8G）')).toHaveLength(2);
  });

  it('name the day that they were issued with, whatever was granted since and when all is over', async () => {
    const story = rectificationSetup('yancheng/dafeng');
    story.at('2026-01-31');
    await story.find('operator', 'other');
    await story.act('leader', { kind: 'warn', text: '限期整改。' });
    await story.act('clerk', { kind: 'state', of: 'extension', text: '厂家排期。' });
    const granted = { kind: 'judge', verdict: 'extended', text: '同意延期。', dueOn: '2026-03-10' } as const;
    expect(await story.act('operator', granted)).toBe('ok');
    story.at('2026-03-12');
    await story.act('operator', { kind: 'propose', measure: 'downgrade', text: '拟降配。' });
    await story.act('leader', { kind: 'decide', approved: true, text: '同意降配。' });
    const [work] = [...story.tasks.values()];
    await story.does(work?.workId ?? '');
    const sees = await story.sees('clerk');
    expect(sees).toMatchObject({ status: 'disposed' });
    expect((await read({ sees }, 'warning')).join()).toContain('请于2026年2月28日前完成整改');
    expect((await read({ sees }, 'disposal')).join()).toContain('2026年3月10日');
  });
});
