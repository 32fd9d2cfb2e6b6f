import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, type Cast, decide } from '#examples/play-application.ts';
import { keys } from '#shared/table/keys.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let dongtai: Cast;
let jianhu: Cast;
beforeAll(async () => {
  [dongtai, jianhu] = await Promise.all([countyCast(system, 'dongtai'), countyCast(system, 'jianhu')]);
});

const idsOf = ({ items }: { readonly items: readonly { readonly case: { readonly caseId: string } }[] }) =>
  items.map((item) => item.case.caseId);

/** Cross-tenant access records that the cases function has logged, by operation, of one case. */
const recordedOperations = (caseId: string): ReadonlySet<unknown> =>
  new Set(
    readFileSync(join(system.dataDir, 'logs', 'yunwangtong-cases.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('access.cross-tenant') && line.includes(caseId))
      .map((line) => (JSON.parse(line) as { operation: unknown }).operation),
  );

describe('the county', () => {
  it('finds its departments’ applications in its own queue, and no other county does', async () => {
    const caseId = await submitted(dongtai);
    await awaitTask(dongtai.reviewer, caseId);
    expect(idsOf(await jianhu.reviewer.tasks('?limit=100'))).not.toContain(caseId);
    expect(idsOf(await dongtai.operator.tasks('?limit=100'))).not.toContain(caseId);
  });

  it('[yc-cloud-16-1] assesses every line and gives an opinion, which the applicant sees', async () => {
    const caseId = await submitted(dongtai);
    const { taskId } = await awaitTask(dongtai.reviewer, caseId);
    const { version, sections } = await dongtai.reviewer.view(caseId);
    const lines = sections.find(({ section }) => section === 'resources')?.content['lines'] as {
      lineNo: number;
      quantity: number;
    }[];
    const assessments = lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }));
    const opinion = '按实际并发核减。';
    const tryWith = (body: object) =>
      problemFrom(dongtai.reviewer.decide(caseId, taskId, version, { verb: 'approve', ...body }));
    const places = async (body: object) => (await tryWith(body)).errors?.map(({ pointer }) => pointer);
    expect(await places({ assessments })).toEqual(['/opinion']);
    expect(await places({ opinion })).toEqual(['/assessments']);
    expect((await tryWith({ opinion, assessments: assessments.slice(1) })).errors?.[0]?.message).toContain(
      '第 1 行',
    );
    expect(await places({ opinion, assessments: [...assessments, { lineNo: 1, quantity: 1 }] })).toEqual([
      '/assessments/18/lineNo',
    ]);
    expect(await places({ opinion, assessments: [...assessments, { lineNo: 99, quantity: 1 }] })).toEqual([
      '/assessments/18/lineNo',
    ]);
    const cut = assessments.map((line) =>
      line.lineNo === 5 ? { ...line, quantity: 8, opinion: '按日常并发的一半。' } : line,
    );
    await dongtai.reviewer.decide(caseId, taskId, version, { verb: 'approve', opinion, assessments: cut });
    const shown = (await dongtai.clerk.view(caseId)).tasks.find((task) => task.taskId === taskId);
    expect(shown?.decision).toMatchObject({
      opinion,
      assessments: cut,
      by: { organisation: '东台市数据局' },
    });
  });

  it('[yc-cloud-19-1] sees how the need was assessed and whether the elastic pool is used', async () => {
    const caseId = await submitted(dongtai);
    const { sections } = await dongtai.reviewer.view(caseId);
    const plan = sections.find(({ section }) => section === 'plan')?.content;
    expect(plan).toMatchObject({
      largeOrPeaky: true,
      elasticPool: true,
      needsAssessment: expect.stringContaining('在线医务人员峰值'),
    });
  });

  it('[yc-cloud-4-3] takes no application while it has named no authority, and says what to do', async () => {
    const client = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: system.awsEndpoint,
        region: system.region,
        credentials: system.administrator,
      }),
    );
    const Key = keys.tenantNode('yancheng/xiangshui');
    const name = async (
      change: Pick<
        ConstructorParameters<typeof UpdateCommand>[0],
        'UpdateExpression' | 'ExpressionAttributeValues'
      >,
    ) =>
      (
        await client.send(
          new UpdateCommand({ TableName: system.tableName, Key, ReturnValues: 'UPDATED_OLD', ...change }),
        )
      ).Attributes;
    const named = await name({ UpdateExpression: 'REMOVE cloudAuthority' });
    onTestFinished(async () => {
      await name({
        UpdateExpression: 'SET cloudAuthority = :named',
        ExpressionAttributeValues: { ':named': named?.['cloudAuthority'] },
      });
      client.destroy();
    });
    const clerk = await clientOf(system, 'xiangshui-clerk');
    const { caseId, version } = await draftOf(clerk);
    const told = await problemFrom(clerk.requestConfirmation(caseId, version));
    expect(told).toMatchObject({
      status: 422,
      code: 'authority-undesignated',
      detail: expect.stringContaining('明确主管部门'),
    });
    expect((await clerk.view(caseId)).status).toBe('draft');
  });
});

describe('the city', () => {
  it('[yc-cloud-4-2] has one queue over its counties, and every look into a county is recorded', async () => {
    const caseIds = await Promise.all([submitted(dongtai), submitted(jianhu)]);
    for (const [index, { reviewer, leader }] of [dongtai, jianhu].entries()) {
      await decide(reviewer, caseIds[index] ?? '', 'approve', '同意。');
      await decide(leader, caseIds[index] ?? '', 'approve', '同意。');
    }
    const { operator } = dongtai;
    for (const caseId of caseIds) await awaitTask(operator, caseId);
    expect(idsOf(await operator.tasks('?limit=100'))).toEqual(expect.arrayContaining(caseIds));
    for (const caseId of caseIds) {
      await operator.view(caseId);
      await operator.call('GET', `/v1/cases/${caseId}/journal`);
      await operator.call('GET', `/v1/cases/${caseId}/journal/verification`);
    }
    for (const county of ['dongtai', 'jianhu'])
      await operator.call('GET', `/v1/cases?tenant=yancheng/${county}`);
    for (const caseId of caseIds)
      await expect
        .poll(() => [...recordedOperations(caseId)].sort())
        .toEqual(['getCase', 'listCases', 'listJournal', 'listTasks', 'verifyJournal']);
  });

  it('[yc-cloud-4-1] lets its authority read any county’s applications and journals; a county reads its own only', async () => {
    const caseId = await submitted(jianhu);
    const authority = await clientOf(system, 'yancheng-authority');
    const seen = await awaitStatus(authority, caseId, 'reviewing');
    expect(seen.tenantName).toBe('建湖县');
    expect(seen.may).toEqual(['verifyJournal', 'comment', 'copy']);
    expect(seen.tasks.flatMap(({ verbs, may }) => [...verbs, ...may])).toEqual([]);
    const paths = [
      `/v1/cases/${caseId}`,
      `/v1/cases/${caseId}/journal`,
      `/v1/cases/${caseId}/journal/verification`,
    ];
    for (const path of [...paths, '/v1/cases?tenant=yancheng/jianhu']) {
      expect((await authority.call('GET', path)).status, path).toBe(200);
      for (const county of [dongtai.reviewer, dongtai.leader, dongtai.clerk])
        expect((await county.call('GET', path)).status, path).toBe(404);
    }
    const { body } = await authority.call<{ items: { caseId: string }[] }>(
      'GET',
      '/v1/cases?tenant=yancheng/jianhu',
    );
    expect(body.items[0]?.caseId).toBe(caseId);
  });
});
