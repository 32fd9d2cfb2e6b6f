import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ProductKind } from '../profile.ts';
import { type ApplicationForm, numberAt, rowsAt, textAt, valueAt } from './application-form.ts';

const hasLineOf = (form: ApplicationForm, catalogue: Catalogue, kind: ProductKind): boolean =>
  rowsAt(form, '/resources/lines').some((row) =>
    catalogue.products.some((product) => product.id === row['productId'] && product.kind === kind),
  );

const checkPeak = (form: ApplicationForm): FieldRefusal | undefined => {
  const [daily, peak] = [
    numberAt(form, '/compute/dailyConcurrent'),
    numberAt(form, '/compute/peakConcurrent'),
  ];
  if (valueAt(form, '/compute/wanted') !== true || daily === undefined || peak === undefined || peak >= daily)
    return undefined;
  return {
    pointer: '/compute/peakConcurrent',
    code: 'peak-below-daily',
    message: `峰值并发在线用户数（${peak}）小于日常并发在线用户（${daily}），请核对后改正。`,
    clause: 'yc-cloud-annex2-7',
  };
};

const checkComputeDescribed = (form: ApplicationForm, catalogue: Catalogue): FieldRefusal | undefined =>
  hasLineOf(form, catalogue, 'compute') && valueAt(form, '/compute/wanted') !== true
    ? {
        pointer: '/compute/wanted',
        code: 'compute-undescribed',
        message: '云资源明细中有算力产品，请打开“是否申请接入算力池”并填写算力需求。',
        clause: 'yc-cloud-annex2-7',
      }
    : undefined;

const checkBackup = (form: ApplicationForm, catalogue: Catalogue): FieldRefusal | undefined =>
  textAt(form, '/declarations/backup') === 'cloud' && !hasLineOf(form, catalogue, 'backup')
    ? {
        pointer: '/declarations/backup',
        code: 'backup-line-missing',
        message: '选择了使用政务云备份服务，但云资源明细中没有备份产品，请添加或改为自行备份。',
        clause: 'yc-cloud-32-1',
      }
    : undefined;

const checkAction = (form: ApplicationForm): FieldRefusal | undefined => {
  const [action, kind] = [textAt(form, '/report/action'), textAt(form, '/declarations/projectKind')];
  if (action === '' || kind === '' || (action === 'migrate') === (kind === 'migration')) return undefined;
  return {
    pointer: '/report/action',
    code: 'action-differs',
    message: '申请报告中的“部署或迁移”与“项目类型”不一致，请核对后改正其中一项。',
    clause: 'yc-cloud-annex1-1',
  };
};

/** What two parts of the form say of the same thing must agree. */
export const checkConsistency = (form: ApplicationForm, catalogue: Catalogue): readonly FieldRefusal[] =>
  [
    checkAction(form),
    checkPeak(form),
    checkComputeDescribed(form, catalogue),
    checkBackup(form, catalogue),
  ].filter((problem) => problem !== undefined);
