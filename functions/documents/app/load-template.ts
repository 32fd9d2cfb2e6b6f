import type { DocumentKind } from '#shared/contracts/documents.ts';
import { defaultTemplate } from './defaults/default-template.ts';
import type { TemplateInForce, TemplateReader } from './ports.ts';

export const neverChanged: TemplateInForce = { version: 0, isDefault: true };

export const templateOf = async (
  templates: TemplateReader,
  city: string,
  kind: DocumentKind,
): Promise<TemplateInForce> => (await templates.inForce(city)).get(kind) ?? neverChanged;

/** The bytes of the template that a city uses now. */
export const loadTemplate = async (
  templates: TemplateReader,
  city: string,
  kind: DocumentKind,
): Promise<Uint8Array> => {
  const { version, isDefault } = await templateOf(templates, city, kind);
  if (isDefault) return defaultTemplate(kind);
  const content = await templates.contentOf(city, kind, version);
  if (!content) throw new Error(`template ${kind} of ${city} has no version ${version}`);
  return content;
};
