import { beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#shared/table/keys.ts';
import { administrationOf, journalOf } from '#test/support/administration.ts';
import { type Asker, ask, sharedSystem } from '#test/support/ask.ts';
import { closure } from '#test/support/holiday-notices.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { runs, templateWith } from '#test/support/template-files.ts';

const system = sharedSystem();
let city: Awaited<ReturnType<typeof administrationOf>>;
let county: Awaited<ReturnType<typeof administrationOf>>;
beforeAll(async () => {
  [city, county] = await Promise.all([
    administrationOf(system, 'yancheng'),
    administrationOf(system, 'jingkai'),
  ]);
});

const get = async <Body>(by: Asker, path: string): Promise<Body> =>
  (await ask(system, by, 'GET', path)).body as Body;
const verified = (auditor: Asker) =>
  get<{ intact: boolean; entries: number; firstBroken?: object }>(
    auditor,
    '/v1/administration/journal/verification',
  );

const saveText = async (event: string) => {
  const { version } = await get<{ version: number }>(city.tenantAdmin, '/v1/message-texts');
  return ask(system, city.tenantAdmin, 'PUT', `/v1/message-texts/${event}`, {
    body: { title: '待办提醒', text: '请及时办理{系统名称}。' },
    ifMatch: version,
  });
};
const restoreText = async (event: string) => {
  const { version } = await get<{ version: number }>(city.tenantAdmin, '/v1/message-texts');
  return ask(system, city.tenantAdmin, 'DELETE', `/v1/message-texts/${event}`, { ifMatch: version });
};
const replaceTemplate = async () => {
  const { items } = await get<{ items: { kind: string; version: number }[] }>(
    city.tenantAdmin,
    '/v1/templates',
  );
  const ifMatch = items.find(({ kind }) => kind === 'report')?.version ?? 0;
  const content = (await templateWith(runs('本市专用：{申请单位}'))).toString('base64');
  const replaced = await ask(system, city.tenantAdmin, 'PUT', '/v1/templates/report', {
    body: { fileName: '本市报告.docx', content },
    ifMatch,
  });
  await ask(system, city.tenantAdmin, 'DELETE', '/v1/templates/report', { ifMatch: ifMatch + 1 });
  return replaced;
};
const publish = async (by: Asker, day: string) => {
  const { version } = await get<{ version: number }>(by, '/v1/calendars');
  return ask(system, by, 'POST', '/v1/calendars', { body: closure(day), ifMatch: version });
};

describe('what a tenant publishes for its people', () => {
  it('stands in the journal of administration of whoever changed it, with who and which version, and verifies', async () => {
    expect((await saveText('task.opened')).status).toBe(200);
    expect((await restoreText('task.opened')).status).toBe(200);
    expect((await replaceTemplate()).status).toBe(200);
    expect((await publish(city.tenantAdmin, '2033-03-02')).status).toBe(201);
    expect((await publish(county.tenantAdmin, '2033-03-03')).status).toBe(201);

    const told = (await journalOf(system, city.auditAdmin)).map(({ text }) => text).join('\n');
    for (const deed of [
      /更改消息文字：.+（第 \d+ 版）/,
      /恢复默认消息文字：.+（第 \d+ 版）/,
      /更换公文模板：.*申请报告.*（第 \d+ 版）/,
      /恢复默认公文模板：.*申请报告.*（第 \d+ 版）/,
      /发布工作日历：《关于防汛停办的通知》大数停〔2033-03-02〕1号（第 \d+ 版）/,
    ])
      expect(told).toMatch(deed);
    expect(told).not.toContain('2033-03-03');
    const own = await journalOf(system, county.auditAdmin);
    expect(own.at(-1)?.text).toContain('大数停〔2033-03-03〕1号');
    expect(own.at(-1)?.actor).not.toContain('jingkai');
    for (const { auditAdmin } of [city, county])
      expect(await verified(auditAdmin)).toMatchObject({ intact: true });
  });

  it('changed by many at once, is entered once for each change that was made', async () => {
    const before = (await journalOf(system, city.auditAdmin)).length;
    const answers = await Promise.all([
      saveText('case.completed'),
      replaceTemplate(),
      publish(city.tenantAdmin, '2033-04-04'),
      saveText('case.rejected'),
      publish(city.tenantAdmin, '2033-04-05'),
    ]);
    const made = answers.filter(({ status }) => status === 200 || status === 201).length;
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    // The template is restored after it was replaced.
    const restored = answers[1]?.status === 200 ? 1 : 0;
    expect((await journalOf(system, city.auditAdmin)).length - before).toBe(made + restored);
    expect(await verified(city.auditAdmin)).toMatchObject({ intact: true });
    for (const event of ['case.completed', 'case.rejected']) await restoreText(event);
  });

  it('has its entry named when somebody alters it', async () => {
    const entries = await journalOf(system, county.auditAdmin);
    const last = entries.at(-1);
    const table = inspectTable(system);
    const key = keys.administrationEntry('yancheng/jingkai', last?.seq ?? 0);
    const content = (await table.get(key))?.['content'] as object;
    await table.set(key, 'content', { ...content, title: '另一份通知' });
    expect(await verified(county.auditAdmin)).toMatchObject({
      intact: false,
      firstBroken: { seq: last?.seq, reason: 'altered' },
    });
    await table.set(key, 'content', content);
    expect(await verified(county.auditAdmin)).toMatchObject({ intact: true });
  });
});
