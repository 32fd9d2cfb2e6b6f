import type { ObligationView } from '#shared/contracts/obligations.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { awaitRead, openAll } from '../../play-opening.ts';
import { act, must, read } from '../calls.ts';
import type { KaifengTold } from './told.ts';

/** The one batch of an order, configured within its three working days; answers the system then. */
const configure = async ({ cast: { clerk, desks }, tell }: KaifengTold, orderId: string) => {
  const { due, lines, systemId } = await awaitRead(
    () => desks.authority.order(orderId),
    ({ may }) => may.includes('planBatch'),
  );
  const quantities = lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }));
  await must(desks.authority.plan(orderId, { quantities }));
  const work = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
  await must(desks.provider.answer(work.workId, openAll(work)));
  const system = await awaitRead(
    () => read<SystemView>(clerk, `/v1/systems/${systemId}`),
    ({ resources }) => resources.some(({ caseId }) => caseId === orderId),
  );
  tell(`云服务商完成资源配置，期限 ${due?.dueOn ?? '未规定'}（3 个工作日）`);
  return system;
};

const tests = ['stressTest', 'internalTest', 'riskAssessment'] as const;

/** Configured, deployment begun, live, and tested three times. */
export const openAndTest = async (told: KaifengTold, orderId: string): Promise<SystemView> => {
  const { cast, clock, tell } = told;
  const system = await configure(told, orderId);
  const perform = async (kind: string, statement: string): Promise<ObligationView> => {
    const path = `/v1/obligations/${orderId}-b1-${kind}`;
    const owed = await awaitRead(() => read<ObligationView>(cast.clerk, path));
    await act(cast.clerk, path, 'performances', { on: await clock.today(), statement });
    return owed;
  };
  const begun = await perform('beginDeploy', '已开展部署。');
  await perform('goLive', '已上线运行。');
  tell(`开展部署（期限 ${begun.due?.dueOn}，5 个工作日）并上线运行`);
  const due: (string | undefined)[] = [];
  for (const kind of tests) due.push((await perform(kind, '测试通过，附报告。')).due?.dueOn);
  tell(`压力测试、内部测试、安全风险评估完成，期限 ${due[0]}（上线后 1 个月）`);
  return system;
};
