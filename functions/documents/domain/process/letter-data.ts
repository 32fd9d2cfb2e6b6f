import type { letterTags } from '#shared/regulation/application/documents/opening-tags.ts';
import type { DataFor } from '#shared/regulation/application/documents/tag-vocabulary.ts';
import { signedOn, whoOf } from './words.ts';

/** What a department has signed or is to sign. */
export interface LetterFacts {
  readonly text: {
    readonly version: number;
    readonly title: string;
    readonly text: string;
    readonly digest: string;
  };
  readonly organisation: string;
  readonly signed?: {
    readonly at: string;
    readonly by?: { readonly name: string; readonly organisation: string };
    readonly byScan: boolean;
    readonly byLink?: true;
  };
}

const wayOf = ({ byScan, byLink }: NonNullable<LetterFacts['signed']>): string => {
  if (byScan) return '上传盖章扫描件';
  return byLink ? '通过办理链接签订' : '在系统中签订';
};

/** 信息安全责任书 (附件1-6) in the city's own words, and who has signed which version of them. */
export const letterData = ({ text, organisation, signed }: LetterFacts): DataFor<typeof letterTags> => ({
  fields: {
    标题: text.title,
    责任单位: organisation,
    文本版本: String(text.version),
    文本摘要: text.digest,
    签订人: signed ? whoOf(signed.by) : '未签订',
    签订方式: signed ? wayOf(signed) : '',
    日期: signedOn(signed?.at),
  },
  conditions: { 已签订: signed !== undefined, 未签订: signed === undefined },
  lists: {
    正文: text.text
      .split('\n')
      .filter((words) => words.trim() !== '')
      .map((段落) => ({ 段落 })),
  },
});
