import { readFileSync } from 'node:fs';
import type { AttachmentReserved } from '#shared/contracts/attachments.ts';
import type { TemplateView } from '#shared/contracts/documents.ts';
import type { ExportList, ExportView } from '#shared/contracts/exports.ts';
import type { Asker } from '../ask.ts';
import { awaitTrue } from '../await-true.ts';
import { runs, templateWith } from '../template-files.ts';
import { described, send } from '../upload.ts';
import { deskTenant, type FaultDesk, type Story } from './fault-desk.ts';

const pdf = readFileSync('examples/attachments/proposal.pdf');
const promised = described(pdf, 'proposal', '建议书.pdf');

const filesOf = (desk: FaultDesk, caseId: string) => async () =>
  (await desk.cast.clerk.attachments(caseId)).items.map(({ fileName }) => fileName);

const uploaded = async (desk: FaultDesk, caseId: string): Promise<string> => {
  const path = `/v1/cases/${caseId}/attachments`;
  const { attachmentId, upload } = await desk.must<AttachmentReserved>(desk.verbs.clerk, 'POST', path, {
    body: promised,
  });
  const { status, text } = await send(upload, pdf);
  if (status !== 204) throw new Error(text);
  return attachmentId;
};

const templates = '/v1/templates';
const reportOf = async (desk: FaultDesk): Promise<TemplateView> => {
  const admin = await desk.as('yancheng-tenantadmin');
  const { items } = await desk.must<{ items: TemplateView[] }>(admin, 'GET', templates);
  const found = items.find(({ kind }) => kind === 'report');
  if (!found) throw new Error('no template of the report');
  return found;
};
/** How many versions the template has gained, and whether it is the city's own. */
const templateGrowth = async (desk: FaultDesk) => {
  const { version: before } = await reportOf(desk);
  return async () => {
    const { version, isDefault } = await reportOf(desk);
    return { grown: version - before, isDefault };
  };
};
const ownTemplate = async (desk: FaultDesk) => {
  await desk.forgetCalls('uploads', 'yancheng/_city');
  const content = await templateWith(runs(`第${desk.next()}稿：{申请单位}`));
  return { fileName: '本市报告.docx', content: content.toString('base64') };
};
const replace = async (desk: FaultDesk) => {
  const { version: ifMatch } = await reportOf(desk);
  return { body: await ownTemplate(desk), ifMatch };
};

/** A county's exports, once none of them is being built. */
const exportsAtRest = async (desk: FaultDesk, by: Asker, node: string): Promise<readonly ExportView[]> => {
  let items: readonly ExportView[] = [];
  await awaitTrue('no export is being built', async () => {
    ({ items } = await desk.must<ExportList>(by, 'GET', `/v1/exports?node=${node}`));
    return items.every(({ state }) => state !== 'building');
  });
  return items;
};

export const fileStories = {
  reserveAttachment: async (desk) => {
    const { caseId } = await desk.emptyDraft();
    return {
      by: desk.verbs.clerk,
      path: `/v1/cases/${caseId}/attachments`,
      sent: { body: promised },
      left: () => desk.inspector.uploads(deskTenant, caseId),
    };
  },
  completeAttachment: async (desk) => {
    const { caseId } = await desk.emptyDraft();
    const attachmentId = await uploaded(desk, caseId);
    return {
      by: desk.verbs.clerk,
      path: `/v1/cases/${caseId}/attachments/${attachmentId}/completions`,
      sent: { body: {} },
      left: filesOf(desk, caseId),
    };
  },
  removeAttachment: async (desk) => {
    const { caseId } = await desk.emptyDraft();
    const attachmentId = await uploaded(desk, caseId);
    const path = `/v1/cases/${caseId}/attachments/${attachmentId}`;
    await desk.must(desk.verbs.clerk, 'POST', `${path}/completions`, { body: {} });
    return { by: desk.verbs.clerk, path, left: filesOf(desk, caseId) };
  },
  replaceTemplate: async (desk) => ({
    by: await desk.as('yancheng-tenantadmin'),
    path: `${templates}/report`,
    sent: await replace(desk),
    left: await templateGrowth(desk),
  }),
  restoreTemplate: async (desk) => {
    const by = await desk.as('yancheng-tenantadmin');
    const path = `${templates}/report`;
    const { version } = await desk.must<{ version: number }>(by, 'PUT', path, await replace(desk));
    return { by, path, sent: { ifMatch: version }, left: await templateGrowth(desk) };
  },
  previewTemplate: async (desk) => ({
    by: await desk.as('yancheng-tenantadmin'),
    path: `${templates}/report/previews`,
    sent: { body: await ownTemplate(desk) },
    left: await templateGrowth(desk),
  }),
  startExport: async (desk) => {
    const by = await desk.as('dafeng-tenantadmin');
    await exportsAtRest(desk, by, 'dafeng');
    await desk.forgetCalls('startExport');
    const audit = await desk.as('dafeng-auditadmin');
    return {
      by,
      path: '/v1/exports',
      sent: { body: { node: 'dafeng', personal: false } },
      left: await desk.growthOf(audit, '/v1/administration/journal/verification'),
    };
  },
  linkExport: async (desk) => {
    const by = await desk.as('sheyang-tenantadmin');
    const known = await exportsAtRest(desk, by, 'sheyang');
    if (known.length === 0)
      await desk.must(by, 'POST', '/v1/exports', { body: { node: 'sheyang', personal: false } });
    const [done] = await exportsAtRest(desk, by, 'sheyang');
    return { by, path: `/v1/exports/sheyang/${done?.exportId}/link` };
  },
} satisfies Readonly<Record<string, Story>>;
