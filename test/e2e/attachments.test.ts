import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cast } from '#examples/play-application.ts';
import { awaitTask, confirm, decide } from '#examples/play-application.ts';
import type { AttachmentReserved, AttachmentView } from '#shared/contracts/attachments.ts';
import { type Asker, ask, askerOf, type Heard, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { problemFrom, readProblem } from '#test/support/expect-problem.ts';
import { applicationWith, draftOf, submitted } from '#test/support/file-application.ts';
import { makeDocx } from '#test/support/make-zip.ts';
import { complete, described, reserve, send } from '#test/support/upload.ts';

const system = sharedSystem();
const picture = readFileSync('examples/attachments/architecture.png');
const proposal = readFileSync('examples/attachments/proposal.pdf');

let cast: Cast;
let clerk: Asker;
let stranger: Asker;
let otherCounty: Asker;
beforeAll(async () => {
  cast = await countyCast(system, 'binhai');
  [clerk, stranger, otherCounty] = await Promise.all([
    askerOf(system, 'binhai-clerk'),
    askerOf(system, 'binhai-reviewer'),
    askerOf(system, 'sheyang-clerk'),
  ]);
});

const reserved = (heard: Heard): AttachmentReserved => {
  expect(heard.status, heard.text).toBe(201);
  return heard.body as AttachmentReserved;
};
const emptyDraft = async (): Promise<string> => (await cast.clerk.createCase('附件测试系统')).caseId;
const codesOf = (heard: Heard) => (readProblem(heard).errors ?? []).map(({ code }) => code);
const of = (caseId: string, attachmentId: string, more = '') =>
  `/v1/cases/${caseId}/attachments/${attachmentId}${more}`;

/** Bytes under a name and material, sent and completed; what the completion answers. */
const attached = async (bytes: Buffer, fileName: string, material = 'proposal'): Promise<Heard> => {
  const caseId = await emptyDraft();
  const { attachmentId, upload } = reserved(
    await reserve(clerk, caseId, described(bytes, material, fileName)),
  );
  expect(await send(upload, bytes)).toMatchObject({ status: 204 });
  return complete(clerk, caseId, attachmentId);
};

describe('a file', () => {
  it('is promised, sent and listed, once, however often it is said', async () => {
    const caseId = await emptyDraft();
    const key = randomUUID();
    const { attachmentId, upload } = reserved(await reserve(clerk, caseId, described(picture), key));
    expect(reserved(await reserve(clerk, caseId, described(picture), key)).attachmentId).toBe(attachmentId);
    expect((await reserve(clerk, caseId, described(proposal), key)).status).toBe(422);
    expect(readProblem(await complete(clerk, caseId, attachmentId))).toMatchObject({ code: 'not-uploaded' });
    await send(upload, picture);
    const first = await complete(clerk, caseId, attachmentId);
    expect(first.body).toMatchObject({ type: 'png', fileName: '架构图.png', size: picture.length });
    expect((await complete(clerk, caseId, attachmentId)).body).toEqual(first.body);
    const list = await cast.clerk.attachments(caseId);
    expect(list.items).toEqual([first.body]);
    expect(list.editable).toBe(true);
    expect(list.materials.map(({ id, required, given }) => [id, required, given])).toEqual([
      ['architecturePicture', true, true],
      ['sealedReport', false, false],
      ['proposal', false, false],
    ]);
  });

  it('is handed out as an attachment under its own name, with the bytes that were sent', async () => {
    const caseId = await emptyDraft();
    const { attachmentId } = await cast.clerk.attach(caseId, 'proposal', '建议书 (终稿).pdf', proposal);
    const link = (await ask(system, clerk, 'GET', of(caseId, attachmentId, '/link'))).body as { url: string };
    const got = await fetch(link.url);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename="attachment.pdf"; filename*=UTF-8''${encodeURIComponent('建议书 ')}%28${encodeURIComponent('终稿')}%29.pdf`,
    );
    expect(Buffer.from(await got.arrayBuffer())).toEqual(proposal);
    const forged = new URL(link.url);
    forged.searchParams.set('response-content-type', 'text/html');
    expect((await fetch(forged)).status).toBe(403);
  });

  it('is removed from a draft, and removing it again changes nothing', async () => {
    const caseId = await emptyDraft();
    const { attachmentId } = await cast.clerk.attach(caseId, 'proposal', '建议书.pdf', proposal);
    for (const _ of [1, 2])
      expect((await ask(system, clerk, 'DELETE', of(caseId, attachmentId))).body).toEqual({ attachmentId });
    expect((await cast.clerk.attachments(caseId)).items).toEqual([]);
    expect((await ask(system, clerk, 'GET', of(caseId, attachmentId, '/link'))).status).toBe(404);
  });

  it('finds its place beside others that arrive at the same moment', async () => {
    const caseId = await emptyDraft();
    const names = ['一.pdf', '二.pdf', '三.pdf', '四.pdf'];
    await Promise.all(names.map((name) => cast.clerk.attach(caseId, 'proposal', name, proposal)));
    const { items } = await cast.clerk.attachments(caseId);
    expect(items.map(({ fileName }) => fileName).toSorted()).toEqual(names.toSorted());
  });
});

describe('to others', () => {
  it("a draft's files do not exist, and another county's never do", async () => {
    const { caseId } = await draftOf(cast.clerk);
    const [file] = (await cast.clerk.attachments(caseId)).items;
    const paths = [`/v1/cases/${caseId}/attachments`, of(caseId, file?.attachmentId ?? '', '/link')];
    for (const asker of [stranger, otherCounty])
      for (const path of paths) expect((await ask(system, asker, 'GET', path)).status).toBe(404);
    expect((await reserve(otherCounty, caseId, described(picture))).status).toBe(404);
    expect((await complete(otherCounty, caseId, file?.attachmentId ?? '')).status).toBe(404);
    expect((await ask(system, otherCounty, 'DELETE', paths[1] ?? '')).status).toBe(404);
  });

  it('a submitted file is open to its reviewers, who cannot change it', async () => {
    const caseId = await submitted(cast);
    const list = await ask(system, stranger, 'GET', `/v1/cases/${caseId}/attachments`);
    const { items, editable } = list.body as { items: AttachmentView[]; editable: boolean };
    expect(editable).toBe(false);
    const link = await ask(system, stranger, 'GET', of(caseId, items[0]?.attachmentId ?? '', '/link'));
    expect(Buffer.from(await (await fetch((link.body as { url: string }).url)).arrayBuffer())).toEqual(
      picture,
    );
    expect((await reserve(stranger, caseId, described(picture))).status).toBe(403);
    expect(readProblem(await reserve(clerk, caseId, described(picture)))).toMatchObject({
      code: 'not-editable',
    });
  });
});

describe('what was confirmed', () => {
  it('is voided by a file that comes after the CDO has looked', async () => {
    const { caseId, version } = await draftOf(cast.clerk);
    await cast.clerk.requestConfirmation(caseId, version);
    const task = await awaitTask(cast.cdo, caseId);
    const seen = await cast.cdo.view(caseId);
    await cast.clerk.attach(caseId, 'sealedReport', '盖章报告.pdf', proposal);
    const verb = { verb: 'approve', formDigest: seen.formDigest } as const;
    const told = await problemFrom(cast.cdo.decide(caseId, task.taskId, seen.version, verb));
    expect(told.code).toBe('form-changed');
    await confirm(cast.cdo, caseId);
  });

  it('keeps its files when the correction takes them off the draft', async () => {
    const caseId = await submitted(cast);
    await decide(cast.reviewer, caseId, 'return', '请更换架构图。');
    await awaitTask(cast.clerk, caseId);
    const { items } = await cast.clerk.attachments(caseId);
    const old = items.find(({ material }) => material === 'architecturePicture')?.attachmentId ?? '';
    await ask(system, clerk, 'DELETE', of(caseId, old));
    const link = await ask(system, stranger, 'GET', of(caseId, old, '/link'));
    expect((await fetch((link.body as { url: string }).url)).status).toBe(200);
    const fresh = await cast.clerk.attach(caseId, 'architecturePicture', '新架构图.png', picture);
    const { version } = await cast.clerk.view(caseId);
    await cast.clerk.requestConfirmation(caseId, version);
    await confirm(cast.cdo, caseId);
    await awaitTask(cast.reviewer, caseId);
    expect((await ask(system, stranger, 'GET', of(caseId, old, '/link'))).status).toBe(404);
    expect((await ask(system, stranger, 'GET', of(caseId, fresh.attachmentId, '/link'))).status).toBe(200);
  });
});

describe('materials that are files', () => {
  /** What keeps an application with these files from being sent. */
  const missingWith = async (materials: readonly string[], changes = {}): Promise<unknown[]> => {
    const written = applicationWith(changes);
    const { caseId } = await cast.clerk.createCase(written.systemName);
    for (const [section, content] of Object.entries(written.sections))
      await cast.clerk.saveSection(caseId, section, 0, content);
    for (const material of materials)
      await (material === 'proposal'
        ? cast.clerk.attach(caseId, material, '建议书.pdf', proposal)
        : cast.clerk.attach(caseId, material, '架构图.png', picture));
    const { version } = await cast.clerk.view(caseId);
    const told = await problemFrom(cast.clerk.requestConfirmation(caseId, version));
    return (told.errors ?? []).map(({ pointer, clause }) => [pointer, clause]);
  };

  it('[yc-cloud-annex2-2] words without a picture, or a picture without words, are refused', async () => {
    expect(await missingWith(['proposal'])).toEqual([
      ['/attachments/architecturePicture', 'yc-cloud-annex2-2'],
    ]);
    expect(await missingWith(['proposal', 'architecturePicture'], { plan: { architecture: '' } })).toEqual([
      ['/plan/architecture', 'yc-cloud-annex2-2'],
    ]);
  });

  it('[yc-cloud-15-3] a new project needs the proposal with list and costs, a migration does not', async () => {
    expect(await missingWith(['architecturePicture'])).toEqual([['/attachments/proposal', 'yc-cloud-15-3']]);
    const migration = { report: { action: 'migrate' }, declarations: { projectKind: 'migration' } };
    const { caseId, version } = await draftOf(cast.clerk, migration);
    const { items } = await cast.clerk.attachments(caseId);
    const sheet = items.find(({ material }) => material === 'proposal')?.attachmentId ?? '';
    await ask(system, clerk, 'DELETE', of(caseId, sheet));
    await cast.clerk.requestConfirmation(caseId, version);
  });
});

describe('hostile uploads', () => {
  it('another file, key, length or field than was promised is not taken', async () => {
    const caseId = await emptyDraft();
    const { upload, attachmentId } = reserved(await reserve(clerk, caseId, described(picture)));
    const flipped = Buffer.from(picture);
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    const key = upload.fields['key'] ?? '';
    const other = key.replace(attachmentId, '01JD8X0000000000000000000A');
    const policy = JSON.parse(Buffer.from(upload.fields['Policy'] ?? '', 'base64').toString());
    policy.conditions = policy.conditions.filter((each: unknown) => !Array.isArray(each));
    const widened = Buffer.from(JSON.stringify(policy)).toString('base64');
    const attempts = [
      [await send(upload, flipped), 400, 'BadDigest'],
      [await send(upload, Buffer.concat([picture, picture])), 400, 'EntityTooLarge'],
      [await send(upload, picture.subarray(1)), 400, 'EntityTooSmall'],
      [await send(upload, picture, { key: other }), 403, 'AccessDenied'],
      [await send(upload, picture, { key: key.replace('/binhai/', '/sheyang/') }), 403, 'AccessDenied'],
      [await send(upload, picture, { 'Content-Type': 'text/html' }), 403, 'AccessDenied'],
      [await send(upload, picture, { tagging: undefined }), 403, 'AccessDenied'],
      [await send(upload, picture, { acl: 'public-read' }), 501, 'NotImplemented'],
      [await send(upload, picture, { Policy: widened }), 403, 'SignatureDoesNotMatch'],
      [await send(upload, picture, { Policy: undefined }), 403, 'AccessDenied'],
    ] as const;
    for (const [{ status, text }, wanted, code] of attempts) {
      expect(status, text).toBe(wanted);
      expect(text).toContain(`<Code>${code}</Code>`);
    }
    expect((await complete(clerk, caseId, attachmentId)).status).toBe(409);
  });

  it('a policy replayed after completion changes nothing that is handed out', async () => {
    const caseId = await emptyDraft();
    const { upload, attachmentId } = reserved(await reserve(clerk, caseId, described(picture)));
    await send(upload, picture);
    await complete(clerk, caseId, attachmentId);
    expect((await send(upload, Buffer.alloc(picture.length))).status).toBe(400);
    await send(upload, picture);
    const link = await ask(system, clerk, 'GET', of(caseId, attachmentId, '/link'));
    expect(Buffer.from(await (await fetch((link.body as { url: string }).url)).arrayBuffer())).toEqual(
      picture,
    );
  });

  it.each([
    ['too large', { size: 20 * 1024 * 1024 + 1 }, 400],
    ['empty', { size: 0 }, 400],
    ['for no material', { material: 'nothing' }, 422],
    ['of a type that the material does not take', { fileName: '架构图.docx' }, 422],
    ['without an extension', { fileName: '架构图' }, 422],
    ['named like a path', { fileName: '../架构图.png' }, 400],
    ['with a name turned around', { fileName: '架构\u202Egnp.exe.png' }, 400],
  ])('a file %s is not promised a place', async (_, changes, status) => {
    const caseId = await emptyDraft();
    expect((await reserve(clerk, caseId, { ...described(picture), ...changes })).status).toBe(status);
  });

  it.each([
    ['a web page named PDF', Buffer.from('<html><script>1</script></html>'), '建议书.pdf', 'type-unknown'],
    ['a picture named PDF', picture, '建议书.pdf', 'type-differs'],
    ['a PDF named DOCX', proposal, '建议书.docx', 'type-differs'],
    ['macros', makeDocx({ name: 'word/vbaProject.bin', content: 'x' }), '建议书.docx', 'package-macros'],
    [
      'a zip bomb',
      makeDocx({ name: 'word/a.xml', content: Buffer.alloc(120 * 1024 * 1024) }),
      '建议书.docx',
      'package-bomb',
    ],
    [
      'a zip bomb that lies',
      makeDocx({ name: 'word/a.xml', content: Buffer.alloc(20 * 1024 * 1024), claims: 9 }),
      '建议书.docx',
      'package-broken',
    ],
  ])('%s is looked through and refused', async (_, bytes, name, code) => {
    expect(codesOf(await attached(bytes, name))).toEqual([code]);
  });

  it('an honest document is taken', async () => {
    expect(await attached(makeDocx(), '建议书.docx')).toMatchObject({ status: 200, body: { type: 'docx' } });
  });
});
