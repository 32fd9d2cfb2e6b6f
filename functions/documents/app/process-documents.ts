import type { OrdersForDocuments } from '#functions/provisioning/ports/orders-for-documents.ts';
import type { ProcessesForDocuments } from '#functions/reclamation/ports/processes-for-documents.ts';
import type { DocumentContent, ProcessDocumentKind } from '#shared/contracts/documents.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { type DocumentData, documentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { confirmationData } from '../domain/process/confirmation-data.ts';
import { disposalData } from '../domain/process/disposal-data.ts';
import { letterData } from '../domain/process/letter-data.ts';
import { reclaimData } from '../domain/process/reclaim-data.ts';
import { warningData } from '../domain/process/warning-data.ts';
import { fillDocument } from './fill-document.ts';
import { loadTemplate } from './load-template.ts';
import type { MadeFile } from './make-document.ts';
import { namedFile } from './named-file.ts';
import type { TemplateReader } from './ports.ts';

export interface ProcessDocumentServices {
  readonly orders: OrdersForDocuments;
  readonly processes: ProcessesForDocuments;
  readonly templates: TemplateReader;
  readonly nodesOf: (
    city: string,
  ) => Promise<readonly { readonly id: TenantId; readonly level: string; readonly authority: string }[]>;
}

interface Written {
  readonly systemName: string;
  readonly data: DocumentData;
}
type Write = (
  services: ProcessDocumentServices,
  actor: Actor,
  id: string,
) => Promise<Result<Written, Refusal>>;

const none = (detail: string) => refuse<Refusal>({ code: 'not-found', detail });

/** 主管部门 that decides: the city's own, or that of the process's county. */
const authorityOf = async (
  { nodesOf }: ProcessDocumentServices,
  tenant: string,
  level: 'county' | 'city',
): Promise<string> => {
  const nodes = await nodesOf(cityOf(tenant as TenantId));
  const deciding = nodes.find((node) => (level === 'city' ? node.level === 'city' : node.id === tenant));
  return deciding?.authority ?? '';
};

const writers: Readonly<Record<ProcessDocumentKind, Write>> = {
  confirmation: async ({ orders }, actor, id) => {
    const order = await orders.viewOrder(actor, id);
    if (!order.ok) return order;
    const { confirmation, systemName } = order.value;
    return confirmation
      ? accept({ systemName, data: confirmationData(order.value, confirmation) })
      : none('这张开通单不需要三方确认，没有确认单。');
  },

  letter: async ({ orders }, actor, id) => {
    const letter = await orders.viewLetter(actor, id);
    return letter.ok
      ? accept({ systemName: letter.value.systemName, data: letterData(letter.value) })
      : letter;
  },

  warning: async (services, actor, id) => {
    const found = await services.processes.viewRectification(actor, id);
    if (!found.ok) return found;
    const { tenant, authority, review, systemName } = found.value;
    if (!review?.warned) return none('主管部门还没有同意警告，没有整改通知。');
    return accept({
      systemName,
      data: warningData(found.value, await authorityOf(services, tenant, authority)),
    });
  },

  disposal: async (services, actor, id) => {
    const found = await services.processes.viewRectification(actor, id);
    if (!found.ok) return found;
    const { tenant, authority, disposals, systemName } = found.value;
    const last = disposals.at(-1);
    if (!last) return none('还没有提出处置意见，没有这种公文。');
    return accept({
      systemName,
      data: disposalData(found.value, last, await authorityOf(services, tenant, authority)),
    });
  },

  reclaim: async ({ processes }, actor, id) => {
    const found = await processes.viewReclamation(actor, id);
    if (!found.ok) return found;
    const { cause, systemName } = found.value;
    return cause === 'shutdown'
      ? none('按关停申请回收的没有回收决定，见关停申请表。')
      : accept({ systemName, data: reclaimData(found.value) });
  },
};

interface Named extends Written {
  readonly title: string;
  readonly fileName: string;
}

const writeDocument = async (
  services: ProcessDocumentServices,
  actor: Actor,
  processId: string,
  kind: ProcessDocumentKind,
): Promise<Result<Named, Refusal>> => {
  const written = await writers[kind](services, actor, processId);
  if (!written.ok) return written;
  const { title } = documentTags[kind];
  return accept({ ...written.value, title, fileName: namedFile(written.value.systemName, title) });
};

/** What a document of a process says, to whoever may see the process. */
export const viewProcessDocument = async (
  ...asked: Parameters<typeof writeDocument>
): Promise<Result<DocumentContent, Refusal>> => {
  const written = await writeDocument(...asked);
  if (!written.ok) return written;
  const { title, fileName, data } = written.value;
  const lists = Object.fromEntries(Object.entries(data.lists).map(([name, rows]) => [name, [...rows]]));
  return accept({ title, fileName, data: { ...data, lists } });
};

/** The same as a Word file by the city's template. */
export const makeProcessDocument = async (
  ...asked: Parameters<typeof writeDocument>
): Promise<Result<MadeFile, Refusal>> => {
  const written = await writeDocument(...asked);
  if (!written.ok) return written;
  const [services, actor, , kind] = asked;
  const { fileName, data } = written.value;
  const template = await loadTemplate(services.templates, cityOf(actor.tenant), kind);
  const made = await fillDocument(template, data);
  return made.ok ? accept({ fileName, content: made.value }) : made;
};
