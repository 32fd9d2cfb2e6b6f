import type { FormSection } from '#shared/contracts/forms.ts';

type Content = Readonly<Record<string, unknown>>;

/** What an application's file holds under `sections`: `{report: {…}, …}`. */
export type ApplicationFile = Readonly<Record<string, Content>>;

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Parts and fields that the form does not have, as they stand in the file. */
const strangersIn = (sections: readonly FormSection[], file: Content): readonly string[] =>
  Object.entries(file).flatMap(([id, content]) => {
    const section = sections.find((known) => known.id === id);
    if (section === undefined || !isRecord(content)) return [id];
    const fields = new Set(section.fields.map((field) => field.id));
    return Object.keys(content)
      .filter((field) => !fields.has(field))
      .map((field) => `${id}.${field}`);
  });

/** Reads such a file into contents by section; a sentence in Chinese says why one can't be taken over. */
export const readApplicationFile = (
  sections: readonly FormSection[],
  text: string,
): { readonly contents: ApplicationFile } | string => {
  const file = parse(text.replace(/^\uFEFF/, ''));
  const given = isRecord(file) ? file['sections'] : undefined;
  if (!isRecord(given)) return '这不是申请文件。请选择从本系统下载的申请文件，或按示例格式编写的文件。';
  const strangers = strangersIn(sections, given);
  if (strangers.length > 0)
    return `文件中有 ${strangers.length} 项不属于本申请表（${strangers.slice(0, 5).join('、')}），请删除后再导入。`;
  return {
    contents: Object.fromEntries(
      Object.entries(given).flatMap(([section, content]) => (isRecord(content) ? [[section, content]] : [])),
    ),
  };
};

/** The draft as a file, to be completed elsewhere and taken over again. */
export const writeApplicationFile = (systemName: string, sections: ApplicationFile): string =>
  JSON.stringify({ systemName, sections }, null, 2);
