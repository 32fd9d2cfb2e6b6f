import type { BuildStage } from '#shared/regulation/off-cloud-spec.ts';

export const buildStageLabels: Readonly<Record<BuildStage, string>> = {
  new: '新建',
  rebuilt: '改建',
  extended: '扩建',
  underConstruction: '在建',
  existing: '已建',
};
