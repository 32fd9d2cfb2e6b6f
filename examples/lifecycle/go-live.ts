import type { ObligationView } from '#shared/contracts/obligations.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { awaitRead } from '../play-opening.ts';
import { act, must, read } from './calls.ts';
import type { Told } from './told.ts';

const obligationPath = (orderId: string, batch: number, kind: string) =>
  `/v1/obligations/${orderId}-b${batch}-${kind}`;

/** All is deployed in time; the first batch goes live, the others late with an explanation that is accepted. */
export const goLive = async ({ cast: { clerk, operator }, clock, tell }: Told, orderId: string) => {
  const perform = async (batch: number, kind: string, statement: string) => {
    const path = obligationPath(orderId, batch, kind);
    await awaitRead(() => read<ObligationView>(clerk, path));
    await act(clerk, path, 'performances', { on: await clock.today(), statement });
  };
  for (const batch of [1, 2, 3]) await perform(batch, 'deploy', '应用和数据库已部署完毕。');
  await perform(1, 'goLive', '通过验收，上线运行。');
  tell('三批部署完毕，第 1 批上线运行');

  const { due } = await must<ObligationView>(clerk.call('GET', obligationPath(orderId, 3, 'goLive')));
  const late = addDays(due?.dueOn ?? (await clock.today()), 1);
  await clock.moveTo(late);
  const until = addDays(late, 14);
  for (const batch of [2, 3]) {
    const path = obligationPath(orderId, batch, 'goLive');
    await act(clerk, path, 'explanations', { text: '对接省平台推迟两周。', wantedUntil: until });
    await act(operator, path, 'verdicts', { verdict: 'accept', until, reason: '省平台通知属实。' });
  }
  tell(`${late}：第 2、3 批上线超期，部门说明原因，运行管理机构同意延至 ${until}`);
  for (const batch of [2, 3]) await perform(batch, 'goLive', '通过验收，上线运行。');
  tell('第 2、3 批上线运行');
};
