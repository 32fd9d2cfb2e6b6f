import type { SystemView } from '#shared/contracts/registry.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { awaitRead, openAll } from '../../play-opening.ts';
import { must } from '../calls.ts';
import { fileMatter } from './file-matter.ts';
import { contacts } from './forms.ts';
import { givenBack } from './give-back.ts';
import type { KaifengTold } from './told.ts';

/** Two more hosts for a campaign: ordered on the first day, given back behind the last. */
export const expandForAWhile = async (
  told: KaifengTold,
  { name }: Pick<SystemView, 'name'>,
  productId: string,
): Promise<void> => {
  const { cast, clock, tell } = told;
  const { desks } = cast;
  const today = await clock.today();
  // Three working days lie within two weeks, whatever holidays there are.
  const [from, to] = [addDays(today, 14), addDays(today, 19)];
  const orderId = await fileMatter(
    told,
    { kind: 'temporaryExpansion', systemName: name },
    {
      expansion: { occasion: 'event', reason: '集中体检期间访问量为平时五倍。', from, to },
      resources: { lines: [{ lineNo: 1, productId, quantity: 2, purpose: '高峰应用服务' }] },
      contacts,
    },
  );
  await awaitRead(() => desks.clerk.order(orderId));
  tell(`临时扩充 2 台云主机审核同意，保障期间 ${from} 至 ${to}`);
  await clock.moveTo(from);
  await clock.sweep();
  const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
  await must(desks.provider.answer(work.workId, openAll(work, 't')));
  await awaitRead(
    () => desks.clerk.order(orderId),
    ({ statusLabel }) => statusLabel === '保障中',
  );
  tell(`${from}：保障工单下达，云服务商开通临时资源`);
  await clock.moveTo(addDays(to, 1));
  await clock.sweep();
  const count = await givenBack(told, orderId);
  await awaitRead(
    () => desks.clerk.order(orderId),
    ({ statusLabel }) => statusLabel === '已到期',
  );
  tell(`${to} 到期，收回 ${count} 台临时云主机并清除数据`);
};
