import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { VersionFiled } from './catalogue-events.ts';
import type { CatalogueState } from './catalogue-state.ts';

/** 备案: a record with number and date, once for each version; it changes nothing else of the version. */
export const fileVersion = (
  { unfiled }: CatalogueState,
  filing: Omit<VersionFiled, 'type'>,
  today: LocalDate,
  releasedOn: LocalDate,
): Result<VersionFiled, Refusal> => {
  if (!unfiled.includes(filing.version))
    return refuse({ code: 'already-filed', detail: '这一版目录已经登记备案，不能重复登记。' });
  if (filing.filedOn > today || filing.filedOn < releasedOn) {
    const message = `备案日期应在发布之日（${releasedOn}）至今天（${today}）之间，请改正。`;
    return refuse({
      code: 'request-invalid',
      detail: '请按下列提示修改后重新提交。',
      errors: [{ pointer: '/filedOn', code: 'out-of-range', message }],
    });
  }
  return accept({ type: 'VersionFiled', ...filing });
};
