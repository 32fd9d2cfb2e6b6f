import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { moveTask, orderTask, type TaskDays, type TaskOrder, withdrawTask } from '../app/order-task.ts';
import type { Provider } from '../app/ports.ts';
import { providersOf } from '../app/providers-of.ts';
import { workShape } from '../store/work-shape.ts';

export type { TaskOrder } from '../app/order-task.ts';

/** 执行工单 as other processes order them, under the system role; asked again nothing changes. */
export interface WorkTasks {
  /** The city's cloud provider, which is also its counties'. */
  providerOf(tenant: TenantId): Promise<Provider | undefined>;
  order(task: TaskOrder): Promise<void>;
  move(provider: string, workId: string, days: TaskDays): Promise<void>;
  withdraw(provider: string, workId: string, reason: string): Promise<void>;
}

export const workTasks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): WorkTasks => {
  const sources = { references: createReferenceReader(client, table), posts: postHolders(client, table) };
  const services = {
    work: createAggregateStore(client, table, workShape),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return {
    providerOf: async (tenant) => (await providersOf(sources, cityTenantOf(tenant)))[0],
    order: (task) => orderTask(services, task),
    move: (provider, workId, days) => moveTask(services, { provider, workId }, days),
    withdraw: (provider, workId, reason) => withdrawTask(services, { provider, workId }, reason),
  };
};
