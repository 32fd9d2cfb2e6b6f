import type { CaseView } from '#shared/contracts/cases.ts';
import { formWords } from './form-words.ts';

type Content = Readonly<Record<string, unknown>>;

/** An application as a file: `{systemName, sections: {report: {…}, …}}`. */
export interface ApplicationFile {
  readonly sections: readonly { readonly section: string; readonly content: Content }[];
}

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads such a file; a sentence in Chinese says what is wrong with one that can't be taken over. */
export const readApplicationFile = (text: string): ApplicationFile | string => {
  const file = parse(text.replace(/^\uFEFF/, ''));
  if (!isRecord(file) || !isRecord(file['sections']))
    return '这不是申请文件。请选择从本系统下载的申请文件，或按示例格式编写的文件。';
  const sections = Object.entries(file['sections']);
  const faulty = sections.filter(([section, content]) => !(section in formWords) || !isRecord(content));
  if (faulty.length > 0)
    return `文件中有 ${faulty.length} 个部分不属于本申请表（${faulty.map(([section]) => section).join('、')}），请删除后再导入。`;
  return {
    sections: sections.flatMap(([section, content]) => (isRecord(content) ? [{ section, content }] : [])),
  };
};

/** The draft as a file, to be completed elsewhere and taken over again. */
export const writeApplicationFile = (view: Pick<CaseView, 'systemName' | 'sections'>): string =>
  JSON.stringify(
    {
      systemName: view.systemName,
      sections: Object.fromEntries(view.sections.map(({ section, content }) => [section, content])),
    },
    null,
    2,
  );
