import { randomUUID } from 'node:crypto';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { AdministrationEntry } from '#shared/contracts/administration.ts';
import type { GrantAnswer, GrantBody, GrantView, PersonView } from '#shared/contracts/people.ts';
import { type Asker, ask, askerOf, type Heard } from './ask.ts';

/** The three administrators of a tenant, and what they do about its people. */
export const administrationOf = async (system: EmbeddedSystem, prefix: string) => {
  const [tenantAdmin, securityAdmin, auditAdmin] = await Promise.all([
    askerOf(system, `${prefix}-tenantadmin`),
    askerOf(system, `${prefix}-securityadmin`),
    askerOf(system, `${prefix}-auditadmin`),
  ]);

  const enrol = (body: object, by: Asker = tenantAdmin, key: string = randomUUID()) =>
    ask(system, by, 'POST', '/v1/people', { body: { reason: '新到岗。', ...body }, key });
  const propose = (membershipId: string, change: GrantBody['change'], by: Asker = tenantAdmin) =>
    ask(system, by, 'POST', '/v1/grants', {
      body: { membershipId, change, reason: '岗位调整。' },
      key: randomUUID(),
    });
  const decide = (
    grantId: string,
    by: Asker = securityAdmin,
    body: object = { verdict: 'confirm' },
    version = 1,
  ) =>
    ask(system, by, 'POST', `/v1/grants/${grantId}/decisions`, {
      body,
      ifMatch: version,
      key: randomUUID(),
    });
  const withdraw = (grantId: string, by: Asker = tenantAdmin) =>
    ask(system, by, 'POST', `/v1/grants/${grantId}/withdrawals`, {
      body: {},
      ifMatch: 1,
      key: randomUUID(),
    });
  const grants = async (state: 'open' | 'closed', by: Asker = securityAdmin) =>
    ((await ask(system, by, 'GET', `/v1/grants?state=${state}&limit=100`)).body as { items: GrantView[] })
      .items;
  const people = async (search: string) =>
    (
      (await ask(system, tenantAdmin, 'GET', `/v1/people?search=${encodeURIComponent(search)}`)).body as {
        items: PersonView[];
      }
    ).items;
  const confirmed = async (proposal: Promise<Heard>): Promise<GrantView> => {
    const { grantId } = idOf(await proposal);
    const decided = await decide(grantId);
    if (decided.status !== 200) throw new Error(decided.text);
    const found = (await grants('closed')).find((grant) => grant.grantId === grantId);
    if (!found) throw new Error(`${grantId} is not among the closed grants`);
    return found;
  };
  return {
    tenantAdmin,
    securityAdmin,
    auditAdmin,
    enrol,
    propose,
    decide,
    withdraw,
    grants,
    people,
    confirmed,
  };
};

/** The id of what was proposed. */
export const idOf = (heard: Heard): GrantAnswer => {
  if (heard.status !== 201) throw new Error(heard.text);
  return heard.body as GrantAnswer;
};

/** 管理留痕 of an audit administrator's tenant, all of it. */
export const journalOf = async (
  system: Pick<EmbeddedSystem, 'baseUrl'>,
  auditor: Asker,
): Promise<AdministrationEntry[]> => {
  const entries: AdministrationEntry[] = [];
  let cursor = '';
  do {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await ask(system, auditor, 'GET', `/v1/administration/journal?limit=100${query}`);
    const page = body as { items: AdministrationEntry[]; nextCursor?: string };
    entries.push(...page.items);
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return entries;
};
