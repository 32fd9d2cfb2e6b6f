import { beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '#examples/client.ts';
import { awaitTask } from '#examples/play-application.ts';
import type { HostsView } from '#shared/contracts/administration.ts';
import { administrationOf, idOf } from '#test/support/administration.ts';
import { type Asker, ask, askerOf, sharedSystem, tokenOf } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { approvalOf, decideAs } from '#test/support/decide-at-once.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';
import { awaitLink, awaitMessage, unknownToken, visitLink } from '#test/support/link-visit.ts';

const system = sharedSystem();
type Administration = Awaited<ReturnType<typeof administrationOf>>;
/** A county whose administrators no other test needs. */
let county: Administration;
beforeAll(async () => {
  county = await administrationOf(system, 'lankao');
});

const suspend = { kind: 'suspend' } as const;

describe('a grant', () => {
  it('takes two people: proposed by one, it changes nothing until the other confirms it', async () => {
    // A fresh token each time: what the gateway has learnt of one, it believes for a minute.
    const tenants = async () =>
      (await createClient(system.baseUrl, await tokenOf(system, 'weishi-head'), '').me()).memberships
        .map(({ tenant }) => tenant)
        .sort();
    // Other stories may have lent this person out before.
    const before = await tenants();
    expect(before).toContain('kaifeng/weishi');
    expect(before).not.toContain('kaifeng/lankao');
    const proposed = idOf(
      await county.enrol({
        personId: 'weishi-head',
        name: '两人办',
        organisation: 'lankao-authority',
        roles: ['county.observer'],
        phone: '13812345678',
      }),
    );
    expect(proposed).toMatchObject({ version: 1, state: 'open' });
    expect(await tenants()).toEqual(before);
    expectProblem(await county.decide(proposed.grantId, county.tenantAdmin), 403, 'not-allowed');

    const [open] = (await county.grants('open')).filter(({ grantId }) => grantId === proposed.grantId);
    expect(open).toMatchObject({ kind: 'enrol', phone: '13812345678', verbs: ['decide'] });
    const [asProposed] = (await county.grants('open', county.tenantAdmin)).filter(
      ({ grantId }) => grantId === proposed.grantId,
    );
    expect(asProposed).toMatchObject({ phone: '138****5678', verbs: ['withdraw'] });

    expect((await county.decide(proposed.grantId)).body).toMatchObject({ version: 2, state: 'confirmed' });
    await expect.poll(tenants, { timeout: 10_000 }).toEqual([...before, 'kaifeng/lankao'].sort());
    await expect
      .poll(() => county.people('两人办'), { timeout: 10_000 })
      .toMatchObject([{ personId: 'weishi-head', phone: '138****5678', state: 'active', own: false }]);
  });

  it('is decided once, whoever asks how often: of eight at the same moment one wins', async () => {
    const { grantId } = idOf(await county.propose('lankao-clerk', { kind: 'contact', phone: '13900000001' }));
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => county.decide(grantId)),
      ...Array.from({ length: 3 }, () =>
        county.decide(grantId, county.securityAdmin, { verdict: 'refuse', reason: '号码有误。' }),
      ),
      county.withdraw(grantId),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const lost of answers.filter(({ status }) => status !== 200))
      expectProblem(lost, 409, 'grant-moved');
  });

  it('refused or withdrawn changes nothing', async () => {
    const first = idOf(await county.propose('lankao-clerk', suspend));
    expectProblem(
      await county.decide(first.grantId, county.securityAdmin, { verdict: 'refuse' }),
      422,
      'grant-invalid',
    );
    const refusal = { verdict: 'refuse', reason: '请附文件。' };
    expect((await county.decide(first.grantId, county.securityAdmin, refusal)).status).toBe(200);
    const second = idOf(await county.propose('lankao-clerk', suspend));
    expectProblem(await county.withdraw(second.grantId, county.securityAdmin), 403, 'not-allowed');
    expect((await county.withdraw(second.grantId)).status).toBe(200);
    expect(await county.people('lankao-clerk')).toMatchObject([{ state: 'active' }]);
  });

  it('is proposed once by the same key, and not for another request by it', async () => {
    const body = {
      personId: 'weishi-observer',
      name: '重复提交',
      organisation: 'lankao-authority',
      roles: ['county.observer'],
    };
    const key = 'the-same-key-twice';
    const [one, two] = [
      await county.enrol(body, county.tenantAdmin, key),
      await county.enrol(body, county.tenantAdmin, key),
    ];
    expect(two.text).toBe(one.text);
    expectProblem(
      await county.enrol({ ...body, name: '另一人' }, county.tenantAdmin, key),
      422,
      'idempotency-key-reused',
    );
    await county.withdraw(idOf(one).grantId);
  });
});

describe('nobody', () => {
  it('changes their own', async () => {
    expectProblem(await county.propose('lankao-tenantadmin', suspend), 403, 'own-grant');
  });

  it('takes the last of the three away', async () => {
    for (const last of ['lankao-securityadmin', 'lankao-auditadmin'])
      expectProblem(await county.propose(last, suspend), 422, 'last-administrator');
  });

  it('but the administrators is told anything: not the people, not the grants, not the journal', async () => {
    for (const user of ['lankao-clerk', 'lankao-head', 'lankao-observer']) {
      const asker = await askerOf(system, user);
      for (const path of ['/v1/people', '/v1/grants', '/v1/administration/journal', '/v1/outbound-hosts'])
        expectProblem(await ask(system, asker, 'GET', path), 403, 'not-allowed');
      expectProblem(await county.propose('lankao-clerk', suspend, asker), 403, 'not-allowed');
    }
  });

  it('of another tenant learns that a grant exists: the same 404 as for one that does not', async () => {
    const { grantId } = idOf(await county.propose('lankao-clerk', { kind: 'contact', phone: '13900000002' }));
    for (const prefix of ['tongxu', 'kaifeng', 'dafeng']) {
      const other = await administrationOf(system, prefix);
      for (const id of [grantId, `${'0'.repeat(26)}`]) {
        expectProblem(await other.decide(id), 404, 'not-found');
        expectProblem(await other.withdraw(id), 404, 'not-found');
      }
      expectProblem(await other.propose('lankao-clerk', suspend), 404, 'not-found');
    }
    await county.withdraw(grantId);
  });
});

describe('two at once', () => {
  it('who would each take one of the last two away: one passes, one stays', async () => {
    const at = await administrationOf(system, 'qixian');
    await at.confirmed(
      at.enrol({
        personId: 'weishi-auditadmin2',
        name: '第二审计',
        organisation: 'qixian-authority',
        roles: ['audit.admin'],
      }),
    );
    await expect.poll(() => at.people('第二审计'), { timeout: 10_000 }).toHaveLength(1);
    const second = (await at.people('第二审计'))[0]?.membershipId ?? '';
    const [one, two] = [
      idOf(await at.propose('qixian-auditadmin', suspend)),
      idOf(await at.propose(second, suspend)),
    ];
    const answers = await Promise.all([at.decide(one.grantId), at.decide(two.grantId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    if (refused) expectProblem(refused, 422, 'last-administrator');
    const left = (await at.people('审计管理员')).filter(({ state }) => state === 'active');
    expect(left).toHaveLength(1);
  });
});

describe('the audit administrator', () => {
  it('reads and does nothing else', async () => {
    const { auditAdmin } = county;
    for (const path of ['/v1/people', '/v1/grants', '/v1/administration/journal'])
      expect((await ask(system, auditAdmin, 'GET', path)).status, path).toBe(200);
    const { grantId } = idOf(await county.propose('lankao-clerk', { kind: 'contact', phone: '13900000003' }));
    const attempts = [
      await county.enrol(
        { personId: 'x', name: '某人', organisation: 'lankao-authority', roles: ['county.observer'] },
        auditAdmin,
      ),
      await county.propose('lankao-clerk', suspend, auditAdmin),
      await county.decide(grantId, auditAdmin),
      await county.withdraw(grantId, auditAdmin),
      await ask(system, auditAdmin, 'PUT', '/v1/outbound-hosts', { body: { hosts: [] }, ifMatch: 1 }),
    ];
    for (const attempt of attempts) expectProblem(attempt, 403, 'not-allowed');
    await county.withdraw(grantId);
  });

  it('finds every change in the journal, by ids and digests, and the chain whole', async () => {
    await county.confirmed(county.propose('lankao-clerk', { kind: 'contact', phone: '13711112222' }));
    const journal = await ask(system, county.auditAdmin, 'GET', '/v1/administration/journal?limit=100');
    expect(journal.text).toContain('确认变更联系电话');
    expect(journal.text).not.toContain('13711112222');
    const verified = await ask(system, county.auditAdmin, 'GET', '/v1/administration/journal/verification');
    expect(verified.body).toMatchObject({ intact: true });
    for (const other of [county.tenantAdmin, county.securityAdmin])
      expectProblem(await ask(system, other, 'GET', '/v1/administration/journal'), 403, 'not-allowed');
  });
});

describe('a new reviewer', () => {
  it('is told of what arrives, decides it, and is refused from the moment of suspension on', async () => {
    const at = await administrationOf(system, 'jianhu');
    const grant = await at.confirmed(
      at.enrol({
        personId: 'tongxu-observer',
        name: '新初审',
        organisation: 'jianhu-authority',
        roles: ['county.cloud.reviewer', 'county.cloud.leader'],
        phone: '13866667777',
      }),
    );
    const { membershipId } = grant.person;
    const reviewer: Asker = { token: await tokenOf(system, 'tongxu-observer'), membership: membershipId };
    const cast = await countyCast(system, 'jianhu');
    const caseId = await submitted(cast);
    const { taskId } = await awaitTask(cast.reviewer, caseId);
    const { version, body } = await approvalOf(cast.reviewer, caseId);
    expect((await decideAs(system, reviewer, { caseId, taskId, version }, body)).status).toBe(200);
    const told = await awaitMessage(
      system,
      'tongxu-observer',
      ({ event }) => event === 'task.leaderApproval',
    );
    expect(told.to.contact).toBe('13866667777');

    const { taskId: signing } = await awaitTask(cast.leader, caseId);
    const { version: now } = await cast.leader.view(caseId);
    expect((await ask(system, reviewer, 'GET', `/v1/cases/${caseId}`)).status).toBe(200);
    await at.confirmed(at.propose(membershipId, suspend));
    const late = await decideAs(
      system,
      reviewer,
      { caseId, taskId: signing, version: now },
      { verb: 'return', opinion: '请补充。' },
    );
    expectProblem(late, 403, 'membership-changed');
    expect((await cast.leader.view(caseId)).version).toBe(now);
  });
});

describe('an approval link', () => {
  it('dies with its person’s suspension', async () => {
    const at = await administrationOf(system, 'yannan');
    const { person } = await at.confirmed(
      at.enrol({
        personId: 'tongxu-clerk',
        name: '副职首席数据官',
        organisation: 'yannan-health',
        roles: ['department.cdo'],
        phone: '13866660000',
      }),
    );
    await expect.poll(() => at.people('副职首席数据官'), { timeout: 10_000 }).toHaveLength(1);
    const cast = await countyCast(system, 'yannan');
    const caseId = await sentForConfirmation(cast.clerk);
    const link = await awaitLink(system, 'tongxu-clerk', caseId);
    const { view } = await link.open();
    expect(view).not.toBe('');
    await at.confirmed(at.propose(person.membershipId, suspend));
    const refused = await link.post('decide', { view, verb: 'approve', agreeing: '情况属实，同意提交。' });
    const dead = await visitLink(system, 'tongxu-clerk', unknownToken).post('decide', {
      view,
      verb: 'approve',
      agreeing: '情况属实，同意提交。',
    });
    expect(refused.status).toBe(dead.status);
    expect(refused.html).toBe(dead.html);
    expect((await cast.clerk.view(caseId)).status).toBe('confirming');
  });
});

describe('the outbound list', () => {
  it('is kept by the city’s security administrator alone, and names domains only', async () => {
    const city = await administrationOf(system, 'kaifeng');
    const save = (hosts: readonly object[], ifMatch: number, by: Asker = city.securityAdmin) =>
      ask(system, by, 'PUT', '/v1/outbound-hosts', { body: { hosts }, ifMatch });
    const now = (await ask(system, city.tenantAdmin, 'GET', '/v1/outbound-hosts')).body as HostsView;
    expect(now.mayChange).toBe(false);
    const added = [...now.hosts, { host: 'sms.example.gov.cn', private: true }];
    for (const by of [city.tenantAdmin, city.auditAdmin])
      expectProblem(await save(added, now.version, by), 403, 'not-allowed');
    expectProblem(await save(added, now.version, county.securityAdmin), 403, 'not-allowed');
    for (const host of [
      ...['127.0.0.1', '10.0.0.8:8443', '127.1', '0x7f.1', '0x7f.0.0.0x1', 'sms.2130706433'],
      'app.localhost',
      'metadata.internal',
    ])
      expectProblem(await save([{ host }], now.version), 422, 'hosts-invalid');
    for (const host of ['localhost', 'http://sms.example.gov.cn', '*.gov.cn', 'a b.cn', '[::1]'])
      expectProblem(await save([{ host }], now.version), 400, 'request-invalid');

    const saved = await save(added, now.version);
    expect(saved.body).toMatchObject({ version: now.version + 1, hosts: added });
    expectProblem(await save(now.hosts, now.version), 409, 'hosts-moved');
    const journal = await ask(system, city.auditAdmin, 'GET', '/v1/administration/journal?limit=100');
    expect(journal.text).toContain('sms.example.gov.cn');
    expect((await save(now.hosts, now.version + 1)).status).toBe(200);
  });
});
