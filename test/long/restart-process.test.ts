import { paginateListExecutions, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import {
  approvedCase,
  awaitRead,
  confirmedOrder,
  openAll,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';
import { approvedShutdown, openedSystem, reclaimDeskOf } from '#test/support/reclamation-story.ts';
import { runAdmin } from '#test/support/run-admin.ts';

const system = sharedSystem();
const machines = new SFNClient({
  endpoint: system.awsEndpoint,
  region: system.region,
  credentials: system.administrator,
});
afterAll(() => machines.destroy());

const executionsOf = async (machine: string, id: string) => {
  const stateMachineArn = system.approvalMachineArn.replace(/[^:]+$/, machine);
  const found: { readonly name: string; readonly arn: string; readonly status: string }[] = [];
  for await (const { executions } of paginateListExecutions({ client: machines }, { stateMachineArn }))
    for (const { name = '', executionArn: arn = '', status = '' } of executions ?? [])
      if (name.includes(id)) found.push({ name, arn, status });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Ends a process's execution under its feet; answers the ARN. */
const killed = async (machine: string, id: string): Promise<string> => {
  const [{ arn } = { arn: '' }] = await executionsOf(machine, id);
  await machines.send(new StopExecutionCommand({ executionArn: arn, error: 'Lost' }));
  return arn;
};

const restart = (arn: string) => runAdmin(system, 'restart-process', arn);

const ended = (machine: string, id: string) =>
  awaitRead(
    () => executionsOf(machine, id),
    (all) => all.at(-1)?.status === 'SUCCEEDED',
  );

describe('a process whose execution is dead', () => {
  it('of an opening goes on where it stood, once it is started anew, in the batches that follow too', async () => {
    const machine = 'yunwangtong-provisioning-orders';
    const cast = await provisioningCast(system, 'jianhu');
    const { desks } = cast;
    const orderId = await approvedCase(cast, [{ quantity: 2 }]);
    await confirmedOrder(cast, orderId);
    await signedLetter(cast);
    await desks.operator.plan(orderId, { quantities: [{ lineNo: 1, quantity: 1 }] });
    const first = await awaitRead(() => desks.provider.work(`${orderId}-b1`));
    const running = (await executionsOf(machine, orderId))[0]?.arn ?? '';
    expect(await restart(running)).toMatchObject({ code: 1, output: expect.stringContaining('RUNNING') });

    const arn = await killed(machine, orderId);
    const told = await restart(arn);
    expect(told).toMatchObject({ code: 0, output: expect.stringContaining(`${orderId}-2 接着办理`) });
    expect((await restart(arn)).code).toBe(0);
    expect(await executionsOf(machine, orderId)).toMatchObject([
      { status: 'ABORTED' },
      { status: 'RUNNING' },
    ]);

    await desks.provider.answer(first.workId, openAll(first));
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ may }) => may.includes('planBatch'),
    );
    const planned = await desks.operator.plan(orderId, {
      quantities: [{ lineNo: 1, quantity: 1 }],
      usageSeen: '第一批 CPU 平均 62%，内存 58%。',
    });
    expect(planned.status).toBe(200);
    const second = await awaitRead(() => desks.provider.work(`${orderId}-b2`));
    await desks.provider.answer(second.workId, openAll(second, 'j'));
    await awaitRead(
      () => desks.operator.order(orderId),
      ({ status }) => status === 'opened',
    );
    expect(await ended(machine, orderId)).toMatchObject([{ status: 'ABORTED' }, { status: 'SUCCEEDED' }]);
    expect((await restart(`${arn}-2`)).output).toContain('SUCCEEDED');
    expect((await restart(arn)).output).toContain('已经执行过并且结束了');
  });

  it('of a reclamation goes on to its certificate, once it is started anew', async () => {
    const machine = 'yunwangtong-reclamations';
    const cast = await provisioningCast(system, 'jianhu');
    const { provider, clerk } = cast.desks;
    await signedLetter(cast);
    const id = await approvedShutdown(cast, (await openedSystem(cast, 1)).systemId);
    const { workId } = await awaitRead(() => provider.work(`${id}-reclaim`));
    const told = await restart(await killed(machine, id));
    expect(told.code, told.output).toBe(0);
    await provider.answer(workId, { kind: 'done', evidence: '虚拟机已销毁。', erasure: '磁盘已覆写。' });
    await provider.answer(workId, { kind: 'certify' });
    await awaitRead(
      () => reclaimDeskOf(clerk).reclamation(id),
      ({ status }) => status === 'ended',
    );
    expect(await ended(machine, id)).toMatchObject([{ status: 'ABORTED' }, { status: 'SUCCEEDED' }]);
  });
});
