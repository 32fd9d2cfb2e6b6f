import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#examples/client.ts';
import { awaitStatus, awaitTask, confirm, decide } from '#examples/play-application.ts';
import type { SettingsBody } from '#shared/contracts/local-settings.ts';
import type { MatterAnswer, TenantList, TenantView } from '#shared/contracts/tenants.ts';
import { administrationOf } from '#test/support/administration.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import {
  askerIn,
  carryMatter,
  clientIn,
  decideMatter,
  openingOf,
  proposeMatter,
  tenantsOf,
} from '#test/support/county-opening.ts';
import { expectProblem, problemFrom } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
const pdf = readFileSync('examples/attachments/proposal.pdf');
const tenant = 'yancheng/binjiang';
const opening = openingOf('binjiang', '滨江新区', 'gulou');
let city: Awaited<ReturnType<typeof administrationOf>>;
let both: readonly [Asker, Asker];

const get = async <Body>(asker: Asker, path: string) => (await ask(system, asker, 'GET', path)).body as Body;
const nodes = async (asker: Asker) => (await get<TenantList>(asker, '/v1/tenants')).items;

describe('opening a county', () => {
  beforeAll(async () => {
    city = await administrationOf(system, 'yancheng');
    both = [city.tenantAdmin, city.securityAdmin];
  });

  it('is proposed by the city alone, complete, and for nobody twice', async () => {
    const county = await administrationOf(system, 'dafeng');
    expectProblem(await proposeMatter(system, county.tenantAdmin, opening), 403, 'not-allowed');
    expectProblem(await proposeMatter(system, city.securityAdmin, opening), 403, 'not-allowed');
    if (opening.kind !== 'open') throw new Error('an opening');
    const { people } = opening;
    const lacking = await proposeMatter(system, city.tenantAdmin, { ...opening, people: people.slice(1) });
    expect(expectProblem(lacking, 422, 'tenant-invalid').detail).toContain('系统管理员');
    const twice = people.map((one) => ({ ...one, personId: 'gulou-head' }));
    expectProblem(
      await proposeMatter(system, city.tenantAdmin, { ...opening, people: twice }),
      422,
      'separation-of-duties',
    );
    const taken = { ...opening, node: 'dafeng' };
    expectProblem(await proposeMatter(system, city.tenantAdmin, taken), 422, 'tenant-invalid');
  });

  it('takes two people, and gives the county its authority, its first people and its place in every list', async () => {
    const { matterId } = (await proposeMatter(system, city.tenantAdmin, opening)).body as MatterAnswer;
    expect((await nodes(city.tenantAdmin)).some(({ id }) => id === tenant)).toBe(false);
    expectProblem(await decideMatter(system, city.tenantAdmin, matterId), 403, 'not-allowed');
    expect((await decideMatter(system, city.securityAdmin, matterId)).body).toMatchObject({
      state: 'confirmed',
    });
    expectProblem(await decideMatter(system, city.securityAdmin, matterId), 409, 'grant-moved');
    expect((await nodes(await askerOf(system, 'dafeng-clerk'))).at(-1)).toMatchObject({
      id: tenant,
      name: '滨江新区',
      authority: '滨江新区数据局',
    });
    await awaitTrue('the county has its administrator', async () =>
      (await tenantsOf(system, 'gulou-tenantadmin')).includes(tenant),
    );
    const journal = await get<{ items: { text: string }[] }>(
      city.auditAdmin,
      '/v1/administration/journal?limit=100',
    );
    expect(journal.items.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['提出开通县（市、区）：滨江新区', '确认开通县（市、区）：滨江新区']),
    );
  });
});

describe('a county of its own', () => {
  let admin: Asker;
  let clerk: Client;
  let cdo: Client;
  const path = '/v1/tenants/binjiang';
  const save = (body: SettingsBody, version: number, by = admin, where = path) =>
    ask(system, by, 'PUT', `${where}/settings`, { body, ifMatch: version });
  const asRuled = async (): Promise<SettingsBody> => ({
    materials: (await get<TenantView>(admin, path)).settings.materials.map(({ id }) => ({ id })),
    values: {},
  });
  const ownMaterial = { id: 'ownA', title: '县政府常务会议纪要', fileTypes: ['pdf' as const] };

  beforeAll(async () => {
    admin = await askerIn(system, 'gulou-tenantadmin', tenant);
    const security = await askerIn(system, 'gulou-securityadmin', tenant);
    const added = await ask(system, admin, 'POST', `${path}/organisations`, {
      body: { name: '滨江新区住房和城乡建设局' },
      key: randomUUID(),
    });
    const { id: organisation } = added.body as { id: string };
    for (const [personId, role] of [
      ['gulou-clerk', 'department.clerk'],
      ['longting-head', 'department.cdo'],
    ] as const) {
      const enrolled = await ask(system, admin, 'POST', '/v1/people', {
        body: { personId, name: '新到人员', organisation, roles: [role], reason: '开通。' },
        key: randomUUID(),
      });
      const { grantId } = enrolled.body as { grantId: string };
      const confirmed = await ask(system, security, 'POST', `/v1/grants/${grantId}/decisions`, {
        body: { verdict: 'confirm' },
        ifMatch: 1,
        key: randomUUID(),
      });
      expect(confirmed.status, confirmed.text).toBe(200);
    }
    await awaitTrue('the CDO is there', async () =>
      (await tenantsOf(system, 'longting-head')).includes(tenant),
    );
    clerk = await clientIn(system, 'gulou-clerk', tenant);
    cdo = await clientIn(system, 'longting-head', tenant);
  });

  it('adds to the list of materials and takes nothing from it [yc-cloud-15-6]', async () => {
    const { materials, values } = await asRuled();
    const short = expectProblem(
      await save({ materials: materials.slice(1), values }, 0),
      422,
      'settings-invalid',
    );
    expect(short.errors).toMatchObject([
      { pointer: '/materials', code: 'loosened', clause: 'yc-cloud-15-6' },
    ]);
    const saved = await save({ materials: [...materials, ownMaterial], values }, 0);
    expect(saved.status, saved.text).toBe(200);
    expect((saved.body as TenantView).settings.materials.at(-1)).toMatchObject({ id: 'ownA', own: true });
    expectProblem(await save({ materials, values }, 0), 409, 'settings-moved');
  });

  it('tightens what the rules let it tighten, and loosens nothing, by the clause', async () => {
    const body = { ...(await asRuled()), values: {} };
    body.materials.pop();
    const materials = [...body.materials, ownMaterial];
    const target = (amount: number) => ({
      materials,
      values: { 'target.firstReview': { amount, unit: 'workingDay' as const } },
    });
    const loose = expectProblem(await save(target(9), 1), 422, 'settings-invalid');
    expect(loose.errors).toMatchObject([
      { pointer: '/values/target.firstReview', code: 'loosened', clause: 'yc-cloud-16-1' },
    ]);
    const fixed = { materials, values: { 'limit.deployWithin': { amount: 1, unit: 'workingDay' as const } } };
    expect(expectProblem(await save(fixed, 1), 422, 'settings-invalid').errors).toMatchObject([
      { code: 'not-settable', clause: 'yc-cloud-17-4' },
    ]);
    expect((await save(target(1), 1)).status).toBe(200);
  });

  it('is nobody else’s: another county is refused, and the city’s seal is not a county’s to set', async () => {
    const other = (await administrationOf(system, 'dafeng')).tenantAdmin;
    expectProblem(await save(await asRuled(), 2, other), 404, 'not-found');
    expectProblem(await ask(system, other, 'GET', path), 404, 'not-found');
    expectProblem(await ask(system, await askerOf(system, 'dafeng-clerk'), 'GET', path), 403, 'not-allowed');
    const { materials, values } = (await get<TenantView>(other, '/v1/tenants/dafeng')).settings;
    const seal = {
      materials: materials.map(({ id }) => ({ id })),
      values: {},
      reportSeal: 'scanRequired' as const,
    };
    expect(values.every(({ own }) => own === undefined)).toBe(true);
    expectProblem(await save(seal, 0, other, '/v1/tenants/dafeng'), 422, 'settings-invalid');
  });

  it('[yc-cloud-15-6] asks its departments for its own list, and has their applications in its own queue only', async () => {
    const { caseId, version } = await draftOf(clerk);
    const missing = await problemFrom(clerk.requestConfirmation(caseId, version));
    expect(missing.errors).toMatchObject([
      { pointer: '/attachments/ownA', code: 'material-missing', clause: 'yc-cloud-15-6' },
    ]);
    await clerk.attach(caseId, 'ownA', '纪要.pdf', pdf);
    await clerk.requestConfirmation(caseId, version);
    await awaitStatus(clerk, caseId, 'confirming');
    await confirm(cdo, caseId);
    await awaitStatus(clerk, caseId, 'reviewing');

    const reviewer = await clientIn(system, 'gulou-observer', tenant);
    const task = await awaitTask(reviewer, caseId);
    const dafeng = await countyCast(system);
    for (const elsewhere of [dafeng.reviewer, dafeng.operator])
      expect((await elsewhere.tasks()).items.map((item) => item.case.caseId)).not.toContain(caseId);
    // Another county's list is untouched: the same application without that material goes through.
    const theirs = await awaitTask(dafeng.reviewer, await submitted(dafeng));
    expect([task.targetOn, theirs.targetOn].toSorted()).toEqual([task.targetOn, theirs.targetOn]);
    expect(task.targetOn).not.toBe(theirs.targetOn);

    // What its leader returns comes straight back, with what was assessed, as the county has set it.
    const own = { ...(await asRuled()), resubmission: 'toReturner' as const };
    const materials = [...own.materials.slice(0, -1), ownMaterial];
    expect((await save({ ...own, materials }, 2)).status).toBe(200);
    const leader = await clientIn(system, 'gulou-head', tenant);
    await decide(reviewer, caseId, 'approve', '同意。');
    await decide(leader, caseId, 'return', '请说明建设背景。');
    const { version: corrected, afterCorrection } = await awaitStatus(clerk, caseId, 'correcting');
    expect(afterCorrection?.text).toContain('直接送回“签批”');
    await clerk.requestConfirmation(caseId, corrected);
    await awaitStatus(clerk, caseId, 'confirming');
    await confirm(cdo, caseId);
    const { assessedCostFen } = await awaitStatus(clerk, caseId, 'reviewing');
    expect(assessedCostFen).toBeGreaterThan(0);
    expect((await awaitTask(leader, caseId)).stageTitle).toBe('签批');
  });
});

describe('a suspended county', () => {
  it('reads on and commands nothing, in the very transaction, until it is reactivated', async () => {
    const clerk = await clientIn(system, 'gulou-clerk', tenant);
    const { caseId, version } = await draftOf(clerk);
    await carryMatter(system, both, { kind: 'suspend', node: 'binjiang' });
    expect((await clerk.view(caseId)).version).toBe(version);
    const admin = await askerIn(system, 'gulou-tenantadmin', tenant);
    const commands = [
      () => clerk.saveSection(caseId, 'plan', 1, { purpose: '再写一遍' }),
      () => clerk.createCase('另一个系统'),
      () => clerk.withdraw(caseId, version, '不办了。'),
      () => clerk.attach(caseId, 'proposal', '建议书.pdf', pdf),
    ];
    for (const command of commands) expect((await problemFrom(command())).code).toBe('tenant-suspended');
    const added = { body: { name: '滨江新区教育局' }, key: randomUUID() };
    expectProblem(
      await ask(system, admin, 'POST', '/v1/tenants/binjiang/organisations', added),
      403,
      'tenant-suspended',
    );
    expect((await nodes(admin)).at(-1)?.suspendedAt).toBeDefined();
    const again = await proposeMatter(system, both[0], { kind: 'suspend', node: 'binjiang' });
    expectProblem(again, 422, 'tenant-invalid');
    await carryMatter(system, both, { kind: 'reactivate', node: 'binjiang' });
    await clerk.withdraw(caseId, version, '不办了。');
  });
});
