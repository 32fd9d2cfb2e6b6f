import type { DisposalMeasure } from '#shared/regulation/reclamation-spec.ts';

/** 处置措施 in words. */
export const measureLabels: Readonly<Record<DisposalMeasure, string>> = {
  downgrade: '降低配置',
  restrict: '限制服务',
  suspend: '暂停使用',
  reclaim: '收回资源',
};
