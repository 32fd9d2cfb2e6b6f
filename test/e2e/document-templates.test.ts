import { beforeAll, describe, expect, it } from 'vitest';
import { defaultTemplate } from '#functions/documents/app/defaults/default-template.ts';
import type { TemplateView } from '#shared/contracts/documents.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { download } from '#test/support/download.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf } from '#test/support/file-application.ts';
import { wordsOfDocx } from '#test/support/read-docx.ts';
import { reportTemplate, runs, templateWith } from '#test/support/template-files.ts';

const system = sharedSystem();
let admin: Required<Asker>;
let clerk: Required<Asker>;
let caseId: string;
beforeAll(async () => {
  const cast = await countyCast(system, 'jianhu');
  [admin, clerk] = await Promise.all([
    askerOf(system, 'yancheng-tenantadmin'),
    askerOf(system, 'jianhu-clerk'),
  ]);
  ({ caseId } = await draftOf(cast.clerk));
});

const bodyOf = (bytes: Uint8Array, fileName = '本市报告.docx') => ({
  fileName,
  content: Buffer.from(bytes).toString('base64'),
});
const put = (asker: Asker, bytes: Uint8Array, ifMatch: number, kind = 'report') =>
  ask(system, asker, 'PUT', `/v1/templates/${kind}`, { body: bodyOf(bytes), ifMatch });
const reportView = async (): Promise<TemplateView> => {
  const { body } = await ask(system, admin, 'GET', '/v1/templates');
  const found = (body as { items: TemplateView[] }).items.find(({ kind }) => kind === 'report');
  if (!found) throw new Error('no template of the report');
  return found;
};
const reportWords = async (): Promise<string[]> =>
  wordsOfDocx((await download(system, clerk, `/v1/cases/${caseId}/documents/report`)).bytes);

describe('a template', () => {
  it('is replaced for every county of the city, recorded, and restored', async () => {
    const before = await reportView();
    const own = await templateWith(runs('本市专用：{申请单位}'));
    const replaced = await put(admin, own, before.version);
    expect(replaced.body).toMatchObject({ kind: 'report', version: before.version + 1, isDefault: false });
    expect((await reportWords())[0]).toBe('本市专用：建湖县卫生健康委员会');
    const [change] = (await reportView()).changes;
    expect(change).toMatchObject({
      version: before.version + 1,
      fileName: '本市报告.docx',
      size: own.length,
      by: { organisation: '盐城市数据局' },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expectProblem(await put(admin, own, before.version), 409, 'template-moved');
    const kept = await download(system, admin, '/v1/templates/report');
    expect(Buffer.from(kept.bytes).equals(own)).toBe(true);

    const restored = await ask(system, admin, 'DELETE', '/v1/templates/report', {
      ifMatch: before.version + 1,
    });
    expect(restored.body).toMatchObject({ version: before.version + 2, isDefault: true });
    expect((await reportWords())[0]).toBe('附件1-1');
  });

  it('is shown with a sample before it is put in place, and nothing is kept', async () => {
    const { version } = await reportView();
    const own = await templateWith(runs('示例：{信息系统名称}'));
    const { bytes } = await download(system, admin, '/v1/templates/report/previews', bodyOf(own));
    expect((await wordsOfDocx(bytes))[0]).toBe('示例：基层医疗平台');
    expect((await reportView()).version).toBe(version);
  });

  it('that is not harmless is refused by name and changes nothing', async () => {
    const { version } = await reportView();
    const told = expectProblem(
      await put(admin, await reportTemplate({ 'word/vbaProject.bin': 'x' }), version),
      422,
      'template-refused',
    );
    expect(told.errors).toMatchObject([{ code: 'template-part', message: expect.stringContaining('宏') }]);
    const unknown = expectProblem(
      await put(admin, await templateWith(runs('{密码}')), version),
      422,
      'template-refused',
    );
    expect(unknown.errors?.[0]?.message).toContain('{密码}');
    expect(await reportView()).toMatchObject({ version });
  });

  it('over 300 KB or of another kind of file is refused', async () => {
    const { version } = await reportView();
    expectProblem(await put(admin, Buffer.alloc(310 * 1024, 'x'), version), 400, 'request-invalid');
    const body = { ...bodyOf(defaultTemplate('report')), fileName: '模板.docm' };
    expectProblem(
      await ask(system, admin, 'PUT', '/v1/templates/report', { body, ifMatch: version }),
      400,
      'request-invalid',
    );
    expectProblem(await ask(system, admin, 'GET', '/v1/templates/diary'), 400, 'request-invalid');
  });
});

describe('who may', () => {
  it.each([
    'jianhu-tenantadmin',
    'yancheng-securityadmin',
    'yancheng-auditadmin',
    'yancheng-authority',
    'jianhu-clerk',
  ])('%s neither reads nor changes templates', async (user) => {
    const asker = await askerOf(system, user);
    const content = defaultTemplate('report');
    for (const heard of [
      await ask(system, asker, 'GET', '/v1/templates'),
      await ask(system, asker, 'GET', '/v1/templates/report'),
      await put(asker, content, 0),
      await ask(system, asker, 'DELETE', '/v1/templates/report', { ifMatch: 0 }),
      await ask(system, asker, 'POST', '/v1/templates/report/previews', { body: bodyOf(content) }),
    ])
      expectProblem(heard, 403, 'not-allowed');
  });

  it('another city’s administrator has templates of their own', async () => {
    const kaifeng = await askerOf(system, 'kaifeng-tenantadmin');
    const { version } = await reportView();
    const own = await templateWith(runs('开封专用'));
    expect((await put(kaifeng, own, 0)).status).toBe(200);
    expect((await reportView()).version).toBe(version);
    expect((await reportWords())[0]).not.toBe('开封专用');
  });
});
