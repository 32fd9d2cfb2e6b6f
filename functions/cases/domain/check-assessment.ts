import type { FieldRefusal } from '#shared/kernel/refusal.ts';

/** 评估: what the reviewer holds reasonable for one line of the resource table. */
export interface LineAssessment {
  readonly lineNo: number;
  readonly quantity: number;
  readonly opinion?: string | undefined;
}

/** Every line needs exactly one assessed quantity, and the whole an opinion (yc-cloud-16-1). */
export const checkAssessment = (
  opinion: string | undefined,
  assessments: readonly LineAssessment[],
  lineNos: readonly number[],
): FieldRefusal[] => {
  const errors: FieldRefusal[] = [];
  if (!opinion)
    errors.push({
      pointer: '/opinion',
      code: 'required',
      message: '请填写审核意见。',
      clause: 'yc-cloud-16-1',
    });
  const seen = new Set<number>();
  assessments.forEach(({ lineNo }, index) => {
    if (!lineNos.includes(lineNo))
      errors.push({
        pointer: `/assessments/${index}/lineNo`,
        code: 'unknown-line',
        message: `申请中没有第 ${lineNo} 行，请删除。`,
      });
    if (seen.has(lineNo))
      errors.push({
        pointer: `/assessments/${index}/lineNo`,
        code: 'duplicate-line',
        message: `第 ${lineNo} 行评估了两次，请只保留一次。`,
      });
    seen.add(lineNo);
  });
  const missing = lineNos.filter((lineNo) => !seen.has(lineNo));
  if (missing.length > 0)
    errors.push({
      pointer: '/assessments',
      code: 'line-not-assessed',
      message: `请为第 ${missing.join('、')} 行填写评估数量。`,
      clause: 'yc-cloud-16-1',
    });
  return errors;
};
