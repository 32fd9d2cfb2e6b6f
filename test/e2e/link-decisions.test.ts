import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { awaitStatus, confirm, decide } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';
import { awaitLink, receivedBy } from '#test/support/link-visit.ts';

const system = sharedSystem();
const phrase = '情况属实，同意提交。';
const journalOf = async (client: Awaited<ReturnType<typeof countyCast>>['clerk'], caseId: string) =>
  (await client.call<{ items: { text: string; via: string }[] }>('GET', `/v1/cases/${caseId}/journal`)).body
    .items;

describe('a chief data officer’s link', () => {
  it('[local-link-1] confirms from the phone: who, when and the digest of what was confirmed; an edit afterwards voids it', async () => {
    const cast = await countyCast(system, 'xiangshui');
    const caseId = await sentForConfirmation(cast.clerk);
    const link = await awaitLink(system, 'xiangshui-cdo', caseId);
    const { html, view } = await link.open();
    const shown = await cast.clerk.view(caseId);
    expect(html).toContain('请您确认申请材料');
    expect(html).toContain(shown.systemName);
    expect(html).toContain('¥15,920.40');
    const attached = await cast.clerk.attachments(caseId);
    expect(attached.items.length).toBeGreaterThan(1);
    for (const { fileName } of attached.items) expect(html).toContain(fileName);
    expect(html).not.toMatch(/<a [^>]*attachment/);
    expect(html).not.toMatch(/<script|javascript:|onclick/i);

    const decided = await link.post('decide', { view, verb: 'approve', agreeing: phrase });
    expect(decided.status).toBe(200);
    expect(decided.html).toContain('已办理');
    const filed = await awaitStatus(cast.clerk, caseId, 'reviewing');
    expect(filed.confirmation).toMatchObject({
      round: 1,
      digest: shown.formDigest,
      by: { roleLabel: '首席数据官' },
    });
    expect(Math.abs(Date.now() - Date.parse(filed.confirmation?.at ?? ''))).toBeLessThan(120_000);

    await decide(cast.reviewer, caseId, 'return', '请补充服务器下线计划。');
    const returned = await awaitStatus(cast.clerk, caseId, 'correcting');
    const plan = returned.sections.find(({ section }) => section === 'plan');
    await cast.clerk.saveSection(caseId, 'plan', plan?.version ?? 0, {
      ...plan?.content,
      background: `${String(plan?.content['background'])}旧服务器年底前全部下线。`,
    });
    const edited = await cast.clerk.view(caseId);
    expect(edited.formDigest).not.toBe(filed.confirmation?.digest);
    await cast.clerk.requestConfirmation(caseId, edited.version);
    const again = await awaitLink(system, 'xiangshui-cdo', caseId, 1);
    const second = await again.open();
    expect(second.html).toContain('与上一轮相比，改了 1 处');
    expect(second.html).toContain('旧服务器年底前全部下线');
    expect(second.html).toContain('请补充服务器下线计划');
    expect((await cast.clerk.view(caseId)).status).toBe('confirming');
  });

  it('an edit between reading and confirming stops the confirmation and says so', async () => {
    const cast = await countyCast(system, 'binhai');
    const caseId = await sentForConfirmation(cast.clerk);
    const link = await awaitLink(system, 'binhai-cdo', caseId);
    const { view } = await link.open();
    const { sections } = await cast.clerk.view(caseId);
    const plan = sections.find(({ section }) => section === 'plan');
    await cast.clerk.saveSection(caseId, 'plan', plan?.version ?? 0, {
      ...plan?.content,
      background: '改过的背景。',
    });
    const decided = await link.post('decide', { view, verb: 'approve', agreeing: phrase });
    expect(decided.status).toBe(409);
    expect(decided.html).toContain('没有办理：事项已有变化');
    const { status, confirmation } = await cast.clerk.view(caseId);
    expect({ status, confirmation }).toEqual({ status: 'confirming', confirmation: undefined });

    const anew = await link.open();
    expect((await link.post('decide', { view: anew.view, verb: 'approve', agreeing: phrase })).status).toBe(
      200,
    );
  });

  it('returns with a reason, which it asks for when it is missing', async () => {
    const cast = await countyCast(system, 'funing');
    const caseId = await sentForConfirmation(cast.clerk);
    const link = await awaitLink(system, 'funing-cdo', caseId);
    const { view } = await link.open();
    const bare = await link.post('decide', { view, verb: 'return' });
    expect(bare.status).toBe(422);
    expect(bare.html).toContain('退回或驳回须写明理由');
    const hostile = '请改"名称"<script>alert(1)</script>\r\n第二行';
    const done = await link.post('decide', { view, verb: 'return', opinion: hostile });
    expect(done.status).toBe(200);
    expect(done.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const { tasks } = await awaitStatus(cast.clerk, caseId, 'correcting');
    expect(tasks[0]?.decision?.opinion).toBe(hostile.replace('\r\n', '\n'));
  });
});

describe('a county leader’s link', () => {
  it('[local-link-2] signs through the same door as the console, and the journal says that it came by link', async () => {
    const cast = await countyCast(system, 'sheyang');
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '核减一台。', ({ lineNo, quantity }) =>
      lineNo === 1 ? quantity - 1 : quantity,
    );
    const link = await awaitLink(system, 'sheyang-leader', caseId);
    const { html, view } = await link.open();
    expect(html).toContain('请您签批');
    expect(html).toContain('核减一台。');
    expect(html).toContain('按评估数量');
    for (const verb of ['通过', '退回补正', '驳回']) expect(html).toContain(`>${verb}</button>`);
    expect(html).not.toContain('13905110023');

    const unsaid = await link.post('decide', { view, verb: 'reject' });
    expect(unsaid.status).toBe(422);
    const decided = await link.post('decide', { view, verb: 'approve', opinion: '同意。' });
    expect(decided.status).toBe(200);
    const { tasks } = await awaitStatus(cast.clerk, caseId, 'rechecking');
    expect(tasks.find(({ stage }) => stage === 'leaderApproval')?.decision).toMatchObject({
      outcome: 'approve',
      opinion: '同意。',
      by: { roleLabel: '县级政务云签批' },
    });
    const signed = (await journalOf(cast.clerk, caseId)).filter(({ via }) => via === '链接办理');
    expect(signed.map(({ text }) => text)).toEqual([expect.stringContaining('办理：通过')]);
  });

  it('fits in 14 KB compressed, and says who decided to nobody but its own reader', async () => {
    const cast = await countyCast(system, 'jianhu');
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'return', '请核实建设背景。');
    const { version } = await awaitStatus(cast.clerk, caseId, 'correcting');
    await cast.clerk.requestConfirmation(caseId, version);
    await confirm(cast.cdo, caseId);
    await decide(cast.reviewer, caseId, 'approve', '同意。');
    const link = await awaitLink(system, 'jianhu-leader', caseId);
    const { html, view } = await link.open();
    expect(html).toContain('申请内容没有改动');
    expect(html).not.toContain('13905110023');
    for (const page of [html, (await link.get()).html, (await link.post('open')).html])
      expect(gzipSync(page).length).toBeLessThanOrEqual(14 * 1024);

    await decide(cast.leader, caseId, 'reject', '重复建设，不予通过。');
    const late = await link.post('decide', { view, verb: 'approve', opinion: '同意。' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('重复建设，不予通过。');
    expect((await cast.clerk.view(caseId)).status).toBe('rejected');
    const stranger = await link.post('decide', { view: view.slice(0, -1), verb: 'approve' });
    expect(stranger.status).toBe(404);
    expect(stranger.html).not.toContain('重复建设');
  });
});

describe('a message', () => {
  it('tells whoever holds the post, and links only what a small page can decide', async () => {
    const cast = await countyCast(system, 'yandu');
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'approve', '同意。');
    await awaitLink(system, 'yandu-leader', caseId);
    const about = (await receivedBy(system)).filter(({ id }) => id.startsWith(caseId));
    expect(about.map(({ event, to, text }) => [event, to.person, text.includes('/l/')])).toEqual([
      ['task.cdoConfirmation', 'yandu-cdo', true],
      ['task.firstReview', 'yandu-reviewer', false],
      ['task.leaderApproval', 'yandu-leader', true],
    ]);
  });
});
