import type { SystemView } from '#shared/contracts/registry.ts';
import type { WrittenApplication } from '../play-application.ts';
import { playApproved } from '../play-approved.ts';
import { awaitRead, confirmedOrder, openAll } from '../play-opening.ts';
import { must, read } from './calls.ts';
import type { Told } from './told.ts';

const hostsOf = (application: WrittenApplication, systemName: string, quantity: number) => {
  const { report, plan, declarations } = application.sections;
  return {
    ...application,
    systemName,
    sections: {
      ...application.sections,
      report: { ...report, systemName },
      plan: { ...plan, systemName },
      resources: {
        lines: [
          {
            lineNo: 1,
            productId: 'host-4c8g',
            quantity,
            pool: 'countyPool',
            zone: 'extranet',
            purpose: '业务应用节点',
            basis: '按并发测算',
          },
        ],
      },
      compute: { wanted: false },
      declarations: { ...declarations, backup: 'own' },
    },
  };
};

/** From the application to opened hosts, a batch after the other; answers the system and its order. */
export const openInBatches = async (
  { cast, application, tell }: Told,
  systemName: string,
  batches: readonly number[],
) => {
  const { desks } = cast;
  const quantity = batches.reduce((sum, each) => sum + each, 0);
  const orderId = await playApproved(cast, hostsOf(application, systemName, quantity));
  tell(`${systemName}：${quantity} 台云主机，县级审核、市级复核办结`);
  if ((await desks.cdo.letter()).signatures.length === 0) {
    await must(desks.cdo.signLetter());
    tell('首席数据官签订信息安全责任书');
  }
  const { systemId } = await confirmedOrder(cast, orderId);
  tell('运行管理机构、使用部门、云服务商三方确认');
  for (const [index, hosts] of batches.entries()) {
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ may }) => may.includes('planBatch'),
    );
    await must(
      desks.operator.plan(orderId, {
        quantities: [{ lineNo: 1, quantity: hosts }],
        ...(index > 0 && { usageSeen: '上一批 CPU 月均 62%，内存 58%，磁盘 41%。' }),
      }),
    );
    const work = await awaitRead(() => desks.provider.work(`${orderId}-b${index + 1}`));
    await must(desks.provider.answer(work.workId, openAll(work)));
    tell(`第 ${index + 1} 批开通 ${hosts} 台`);
  }
  const system = await awaitRead(
    () => read<SystemView>(cast.clerk, `/v1/systems/${systemId}`),
    ({ resources }) => resources.length === quantity,
  );
  return { orderId, system };
};
