import type { Verb } from '#shared/contracts/cases.ts';

/** What a decision is called on its button, and what people usually write with it. */
export const verbWords: Readonly<
  Record<Verb, { readonly label: string; readonly phrases: readonly string[] }>
> = {
  approve: {
    label: '通过',
    phrases: ['同意。', '材料齐全，同意申请。', '经评估，资源需求合理，同意。'],
  },
  return: {
    label: '退回补正',
    phrases: ['请补充资源测算依据。', '请核对信息系统名称，各项材料须一致。', '请说明云主机用途。'],
  },
  reject: {
    label: '驳回',
    phrases: ['不属于政务云服务对象。', '与已建系统功能重复，不予同意。'],
  },
};
