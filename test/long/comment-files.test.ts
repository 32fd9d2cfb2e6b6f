import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { AttachmentReserved } from '#shared/contracts/attachments.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { act, done, playVerbs, underReview } from '#test/support/play-verbs.ts';
import { complete, described, reserve, send } from '#test/support/upload.ts';
import { openVerbDesk, type VerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();
const picture = readFileSync('examples/attachments/architecture.png');
let desk: VerbDesk;
let play: ReturnType<typeof playVerbs>;
beforeAll(async () => {
  desk = await openVerbDesk(system, 'binhai');
  play = playVerbs(system, desk);
});

const promised = async (asker: Asker, caseId: string, bytes: Buffer = picture, name = '现场照片.png') => {
  const heard = await reserve(asker, caseId, described(bytes, 'comment', name));
  expect(heard.status, heard.text).toBe(201);
  return heard.body as AttachmentReserved;
};
const uploaded = async (asker: Asker, caseId: string): Promise<string> => {
  const { attachmentId, upload } = await promised(asker, caseId);
  expect(await send(upload, picture)).toMatchObject({ status: 204 });
  const completed = await complete(asker, caseId, attachmentId);
  expect(completed.status, completed.text).toBe(200);
  return attachmentId;
};
const linkOf = (asker: Asker, caseId: string, id: string) =>
  ask(system, asker, 'GET', `/v1/cases/${caseId}/attachments/${id}/link`);

it('a word goes with files, which everybody who sees the case can open, the city’s too, and the journal counts', async () => {
  const { caseId } = await underReview(desk);
  const frozen = (await desk.cast.clerk.attachments(caseId)).items.length;
  for (const member of [desk.reviewer, desk.operator]) {
    const id = await uploaded(member, caseId);
    expectProblem(await linkOf(desk.clerk, caseId, id), 404, 'not-found');
    done(await act(system, member, caseId, 'comments', { text: '请看照片。', files: [id] }));
    const { comments } = (await ask(system, desk.clerk, 'GET', `/v1/cases/${caseId}`)).body as CaseView;
    expect(comments.at(-1)?.files).toEqual([
      { attachmentId: id, fileName: '现场照片.png', type: 'png', size: picture.length },
    ]);
    expect((await play.lastEntry(caseId)).text).toBe('附言，附文件 1 个');
    const { url } = (await linkOf(desk.clerk, caseId, id)).body as { url: string };
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.equals(picture)).toBe(true);
    expectProblem(await linkOf(await askerOf(system, 'sheyang-reviewer'), caseId, id), 404, 'not-found');
  }
  expect((await desk.cast.clerk.attachments(caseId)).items).toHaveLength(frozen);
});

it('a file goes with one word only, and with its own uploader’s', async () => {
  const { caseId } = await underReview(desk);
  const id = await uploaded(desk.reviewer, caseId);
  for (const [member, files] of [
    [desk.leader, [id]],
    [desk.reviewer, [id, '0'.repeat(26)]],
  ] as const) {
    const told = expectProblem(
      await act(system, member, caseId, 'comments', { text: '附件。', files }),
      422,
      'decision-invalid',
    );
    expect(told.errors?.at(-1)?.pointer).toMatch(/^\/files\//);
  }
  done(await act(system, desk.reviewer, caseId, 'comments', { text: '附件。', files: [id] }));
  expectProblem(
    await act(system, desk.reviewer, caseId, 'comments', { text: '再来。', files: [id] }),
    422,
    'decision-invalid',
  );
});

it('is checked like any attachment: what it is, not what it is called; and nobody else completes it', async () => {
  const { caseId } = await underReview(desk);
  const { attachmentId, upload } = await promised(desk.reviewer, caseId, picture, '说明.pdf');
  expect(await send(upload, picture)).toMatchObject({ status: 204 });
  expectProblem(await complete(desk.leader, caseId, attachmentId), 403, 'not-allowed');
  expectProblem(await complete(desk.reviewer, caseId, attachmentId), 422, 'file-refused');
  for (const name of ['病毒.exe', '说明.doc'])
    expectProblem(
      await reserve(desk.reviewer, caseId, described(picture, 'comment', name)),
      422,
      'file-refused',
    );
  const observer = await askerOf(system, 'binhai-auditadmin');
  expectProblem(await reserve(observer, caseId, described(picture, 'comment')), 403, 'not-allowed');
});
