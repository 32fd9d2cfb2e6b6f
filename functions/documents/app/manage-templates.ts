import { createHash } from 'node:crypto';
import {
  type DocumentKind,
  documentKind,
  maxTemplateBytes,
  type TemplateBody,
  type TemplateView,
} from '#shared/contracts/documents.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { BusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import { type DocumentTags, documentTags } from '#shared/regulation/application/documents/document-tags.ts';
import { sampleData } from '../domain/sample-data.ts';
import { checkTemplate } from './check/check-template.ts';
import { defaultTemplate } from './defaults/default-template.ts';
import { fillDocument } from './fill-document.ts';
import { loadTemplate, neverChanged } from './load-template.ts';
import type { MadeFile } from './make-document.ts';
import type { TemplateStore, TemplateWrite } from './ports.ts';

export interface TemplateServices {
  readonly templates: TemplateStore;
  readonly clock: BusinessClock;
}

type Saved = { kind: DocumentKind; version: number; isDefault: boolean };
const shownChanges = 20;

const refusalOf = (actor: Actor): Refusal | undefined =>
  isCityTenant(actor.tenant) && actor.roles.includes('tenant.admin')
    ? undefined
    : { code: 'not-allowed', detail: '公文模板由市级系统管理员管理。' };

const titleOf = (kind: DocumentKind): string => documentTags[kind].title;

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([name, says]) => ({ name, says }));

const tagsView = ({ fields, conditions, lists }: DocumentTags): TemplateView['tags'] => ({
  fields: named(fields),
  conditions: named(conditions),
  lists: Object.entries(lists).map(([name, list]) => ({ name, says: list.says, fields: named(list.fields) })),
});

/** Every template of the actor's city, what it may ask for, and its last twenty changes. */
export const listTemplates = async (
  { templates }: TemplateServices,
  actor: Actor,
): Promise<Result<{ items: TemplateView[] }, Refusal>> => {
  const refusal = refusalOf(actor);
  if (refusal) return refuse(refusal);
  const city = cityOf(actor.tenant);
  const inForce = await templates.inForce(city);
  const items = await Promise.all(
    documentKind.options.map(async (kind) => ({
      kind,
      title: titleOf(kind),
      ...(inForce.get(kind) ?? neverChanged),
      changes: [...(await templates.changesOf(city, kind, shownChanges))],
      tags: tagsView(documentTags[kind]),
    })),
  );
  return accept({ items });
};

/** The template in force as a file, to be changed in Word. */
export const downloadTemplate = async (
  { templates }: TemplateServices,
  actor: Actor,
  kind: DocumentKind,
): Promise<Result<MadeFile, Refusal>> => {
  const refusal = refusalOf(actor);
  if (refusal) return refuse(refusal);
  const content = await loadTemplate(templates, cityOf(actor.tenant), kind);
  return accept({ fileName: `${titleOf(kind)}模板.docx`, content });
};

const tooLarge: Refusal = {
  code: 'template-refused',
  detail: '模板最大 300 KB，请压缩图片后重新上传。',
  errors: [{ pointer: '/content', code: 'template-too-large', message: '文件超过 300 KB' }],
};

const checked = async (content: Uint8Array, kind: DocumentKind): Promise<Result<MadeFile, Refusal>> => {
  if (content.length > maxTemplateBytes) return refuse(tooLarge);
  const sound = await checkTemplate(content, kind);
  if (!sound.ok) return sound;
  const filled = await fillDocument(content, sampleData(documentTags[kind]));
  return filled.ok ? accept({ fileName: `${titleOf(kind)}示例.docx`, content: filled.value }) : filled;
};

/** Checks a template and fills it with a sample; nothing is kept. */
export const previewTemplate = async (
  actor: Actor,
  { kind, content }: TemplateBody & { readonly kind: DocumentKind },
): Promise<Result<MadeFile, Refusal>> => {
  const refusal = refusalOf(actor);
  return refusal ? refuse(refusal) : checked(Buffer.from(content, 'base64'), kind);
};

const put = async (
  { templates }: TemplateServices,
  actor: Actor,
  write: Omit<TemplateWrite, 'journaled'>,
): Promise<Result<Saved, Refusal>> => {
  const { kind, change } = write;
  const outcome = await templates.write(actor, {
    ...write,
    journaled: {
      type: change.isDefault ? 'TemplateRestored' : 'TemplateReplaced',
      title: titleOf(kind),
      version: change.version,
      digest: change.digest,
    },
  });
  if (outcome === 'written') return accept({ kind, version: change.version, isDefault: change.isDefault });
  return refuse(
    actorRefusal([outcome]) ?? {
      code: 'template-moved',
      detail: '您看到的模板版本已经不是最新，请刷新后重新上传。',
    },
  );
};

const changeOf = (
  { clock }: TemplateServices,
  actor: Actor,
  { expected, fileName, content }: { expected: number; fileName: string; content: Uint8Array },
) => ({
  version: expected + 1,
  fileName,
  size: content.length,
  digest: createHash('sha256').update(content).digest('hex'),
  at: clock.now().toISOString(),
  by: { name: actor.name, organisation: actor.organisation.name },
});

/** Puts a template in place of the one in force, once it has been checked and filled with a sample. */
export const replaceTemplate = async (
  services: TemplateServices,
  actor: Actor,
  command: TemplateBody & { readonly kind: DocumentKind; readonly expected: number },
): Promise<Result<Saved, Refusal>> => {
  const refusal = refusalOf(actor);
  if (refusal) return refuse(refusal);
  const { kind, expected, fileName } = command;
  const content = Buffer.from(command.content, 'base64');
  const sound = await checked(content, kind);
  if (!sound.ok) return sound;
  const change = { ...changeOf(services, actor, { expected, fileName, content }), isDefault: false };
  return put(services, actor, { kind, expected, change, content });
};

/** Goes back to the template that comes with the system; a change like any other. */
export const restoreTemplate = async (
  services: TemplateServices,
  actor: Actor,
  kind: DocumentKind,
  expected: number,
): Promise<Result<Saved, Refusal>> => {
  const refusal = refusalOf(actor);
  if (refusal) return refuse(refusal);
  const content = defaultTemplate(kind);
  const fileName = `${titleOf(kind)}模板.docx`;
  const change = { ...changeOf(services, actor, { expected, fileName, content }), isDefault: true };
  return put(services, actor, { kind, expected, change });
};
