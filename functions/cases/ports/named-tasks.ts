import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { type CaseHandOver, type HandedOver, handOverCase } from '../app/hand-over-case.ts';
import type { CaseRef } from '../app/ports.ts';
import { createCaseLists } from '../store/case-lists.ts';
import { createCaseStore } from '../store/case-store.ts';

/** An open task that one person holds by name. */
export interface NamedTask {
  readonly ref: CaseRef;
  readonly taskId: string;
  readonly membership: string;
}

/** Tasks of a post that people hold by name, a stretch of its list at a time. */
export interface NamedTaskPage {
  readonly tasks: readonly NamedTask[];
  /** Position to go on from; absent at the end. */
  readonly next?: string;
}

/** What people hold by name, as whoever hands it over reaches it. */
export interface NamedTasks {
  page(
    post: { readonly tenant: TenantId; readonly role: string; readonly organisation?: string },
    after: string | undefined,
    limit: number,
  ): Promise<NamedTaskPage>;
  handOver(ref: CaseRef, wanted: CaseHandOver): Promise<readonly HandedOver[]>;
}

export const namedTasks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): NamedTasks => {
  const lists = createCaseLists(client, table);
  const services = {
    cases: createCaseStore(client, table),
    references: createReferenceReader(client, table),
    posts: postHolders(client, table),
    clock: systemBusinessClock,
  };
  return {
    page: async (post, after, limit) => {
      const rows = await lists.listWork(post, after, limit);
      const last = rows.length === limit ? rows.at(-1)?.position : undefined;
      const tasks = rows.flatMap(({ ref, taskId, membership }) =>
        membership === undefined ? [] : [{ ref, taskId, membership }],
      );
      return { tasks, ...(last === undefined ? {} : { next: last }) };
    },
    handOver: (ref, wanted) => handOverCase(services, ref, wanted),
  };
};
