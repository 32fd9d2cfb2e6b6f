import type { RectificationView } from '#shared/contracts/rectification.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { awaitRead } from '../../play-opening.ts';
import { act, must, post, read } from '../calls.ts';
import type { KaifengTold } from './told.ts';

/** Named for low use and not mended: expert and unit review the plan, the authority decides, the provider downgrades. */
export const rectify = async (
  { cast, clock, tell }: KaifengTold,
  { systemId }: Pick<SystemView, 'systemId'>,
): Promise<void> => {
  const { clerk, authority, officer, expert, desks } = cast;
  const { rectificationId } = await post<{ rectificationId: string }>(authority, '/v1/rectifications', {
    systemId,
    kind: 'lowUse',
    reason: '连续两个月资源使用效率偏低。',
    evidence: '第三季度采集报告。',
  });
  const path = `/v1/rectifications/${rectificationId}`;
  const dueOn = addDays(await clock.today(), 20);
  await act(officer, path, 'acts', { kind: 'warn', text: '使用效率偏低，请整改。', dueOn });
  await act(clerk, path, 'acts', { kind: 'state', of: 'mended', text: '已合并部分服务。' });
  await act(authority, path, 'acts', { kind: 'judge', verdict: 'notYet', text: '复测仍偏低。' });
  await clock.moveTo(addDays(dueOn, 1));
  await act(authority, path, 'acts', { kind: 'propose', measure: 'downgrade', text: '建议降配。' });
  await act(expert, path, 'acts', { kind: 'review', agrees: true, text: '降配后余量充足。' });
  await act(clerk, path, 'acts', { kind: 'review', agrees: true, text: '同意。' });
  await act(officer, path, 'acts', { kind: 'decide', approved: true, text: '同意降配。' });
  const { workId } = await awaitRead(() => desks.provider.work(`${rectificationId}-downgrade1`));
  await must(desks.provider.answer(workId, { kind: 'done', evidence: '已降配，工单 3402。' }));
  await awaitRead(
    () => read<RectificationView>(clerk, path),
    ({ status }) => status === 'disposed',
  );
  tell('用云效率偏低被通报，降配方案经专家和使用单位评审，云服务商实施');
};
