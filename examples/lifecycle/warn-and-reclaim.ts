import type { RectificationList, RectificationView } from '#shared/contracts/rectification.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { awaitRead } from '../play-opening.ts';
import { act, must, post } from './calls.ts';
import { reclaimed } from './reclaim.ts';
import type { Told } from './told.ts';

/** A warning that is answered and extended, and ends in the resources being taken back. */
export const warnAndReclaim = async (told: Told, { systemId, name }: SystemView) => {
  const { cast, clock, tell } = told;
  const { clerk, leader, operator } = cast;
  const { mayRecord } = await must<RectificationList>(operator.call('GET', '/v1/rectifications'));
  const [situation] = mayRecord;
  if (!situation) throw new Error('没有可登记的情形');
  const { rectificationId } = await post<{ rectificationId: string }>(operator, '/v1/rectifications', {
    systemId,
    kind: situation.id,
    reason: '连续两个月资源使用率偏低。',
    evidence: '监测记录第 12 号。',
  });
  const path = `/v1/rectifications/${rectificationId}`;
  const view = () => must<RectificationView>(clerk.call('GET', path));
  await act(leader, path, 'acts', { kind: 'warn', text: '请在一个月内整改。' });
  tell(`${name} 因“${situation.title}”被警告，主管部门审核后下达，${(await view()).due?.dueOn} 前整改`);
  await act(clerk, path, 'acts', { kind: 'state', of: 'extension', text: '等待业务割接，请求延期。' });
  const until = addDays((await view()).due?.dueOn ?? (await clock.today()), 10);
  await act(operator, path, 'acts', { kind: 'judge', verdict: 'extended', text: '同意延期。', dueOn: until });
  await act(clerk, path, 'acts', { kind: 'state', of: 'mended', text: '已合并两个服务，附监测截图。' });
  await act(operator, path, 'acts', { kind: 'judge', verdict: 'notYet', text: '复测仍不达标。' });
  tell(`部门说明并提交证据，同意延至 ${until}；复测仍不达标`);
  await clock.moveTo(addDays(until, 1));
  await act(operator, path, 'acts', { kind: 'propose', measure: 'reclaim', text: '逾期未改，建议收回。' });
  await act(leader, path, 'acts', { kind: 'decide', approved: true, text: '同意收回。' });
  tell('逾期未改，运行管理机构提出收回意见，主管部门同意');
  const { reclamationId = '' } = await awaitRead(view, (now) => now.reclamationId !== undefined);
  await reclaimed(told, reclamationId);
};
