import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { awaitTask, confirm, decide } from '#examples/play-application.ts';
import type { ExportLinks, ExportList } from '#shared/contracts/exports.ts';
import { administrationOf } from '#test/support/administration.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { inspectTable } from '#test/support/inspect-table.ts';
import { receivedBy } from '#test/support/link-visit.ts';

const system = sharedSystem();
const county = 'xiangshui';

/** Written where the form and the administration ask for people; found nowhere else in the city. */
const marks = {
  reportName: '欧阳标记甲',
  reportPhone: '13911110001',
  contactName: '欧阳标记乙',
  contactPhone: '13911110002',
  contactEmail: 'biaojiyi@marked.example.cn',
} as const;
const person = { name: '欧阳标记丙', phone: '13911110003' } as const;
const ofTheCase = Object.values(marks);
const ofAnybody = [...ofTheCase, ...Object.values(person)];
const foundIn = (text: string, wanted: readonly string[] = ofAnybody) =>
  wanted.filter((mark) => text.includes(mark) || text.includes(encodeURIComponent(mark)));

let caseId: string;
let taskId: string;
let others: Record<string, Required<Asker>>;
beforeAll(async () => {
  const cast = await countyCast(system, county);
  caseId = await sentForConfirmation(cast.clerk, {
    report: { contactName: marks.reportName, contactPhone: marks.reportPhone },
    contacts: {
      people: [
        {
          name: marks.contactName,
          role: 'cdo',
          organisation: '响水县卫生健康委员会',
          phone: marks.contactPhone,
          email: marks.contactEmail,
        },
        ...['business', 'vendorManager', 'maintenance'].map((role) => ({
          name: marks.contactName,
          role,
          organisation: '响水县卫生健康委员会',
          phone: marks.contactPhone,
          email: marks.contactEmail,
        })),
      ],
    },
  });
  await confirm(cast.cdo, caseId);
  ({ taskId } = await awaitTask(cast.reviewer, caseId));
  await decide(cast.reviewer, caseId, 'approve', '同意。');
  await awaitTask(cast.leader, caseId);
  const at = await administrationOf(system, county);
  await at.confirmed(
    at.enrol({
      personId: 'marked-person',
      organisation: `${county}-authority`,
      roles: ['county.observer'],
      ...person,
    }),
  );
  const users = ['reviewer', 'leader'].map((duty) => `${county}-${duty}`);
  others = Object.fromEntries(
    await Promise.all(
      [...users, 'yancheng-operator'].map(async (user) => [user, await askerOf(system, user)]),
    ),
  );
});

describe('what people wrote about people', () => {
  it('is not told to other units, in whatever they read of the case', async () => {
    for (const [user, asker] of Object.entries(others))
      for (const path of [
        `/v1/cases/${caseId}`,
        `/v1/cases/${caseId}/review`,
        `/v1/cases/${caseId}/journal?limit=100`,
        `/v1/cases/${caseId}/attachments`,
        `/v1/cases/${caseId}/tasks/${taskId}/colleagues`,
        '/v1/cases?limit=100',
        '/v1/tasks?limit=100',
        '/v1/messages?limit=100',
        '/v1/workload',
      ]) {
        const { text, headers } = await ask(system, asker, 'GET', path);
        expect(foundIn(text, ofTheCase), `${user} ${path}`).toEqual([]);
        expect(foundIn(JSON.stringify([...headers])), `${user} ${path}`).toEqual([]);
      }
  });

  it('is in no message of anybody, but a person’s own name and number', async () => {
    for (const { to, ...message } of await receivedBy(system)) {
      expect(foundIn(JSON.stringify(message), ofTheCase)).toEqual([]);
      expect(foundIn(JSON.stringify(to), ofTheCase)).toEqual([]);
    }
  });

  it('is in no problem that refuses it', async () => {
    const clerk = await askerOf(system, `${county}-clerk`);
    const { tenantAdmin } = await administrationOf(system, county);
    const wrong = await Promise.all([
      ask(system, clerk, 'PUT', `/v1/cases/${caseId}/sections/contacts`, {
        body: { people: [{ name: `${marks.contactName}\u202e`, phone: { is: marks.contactPhone } }] },
        ifMatch: 1,
      }),
      ask(system, clerk, 'GET', `/v1/cases/${marks.contactPhone}`),
      ask(system, clerk, 'GET', `/v1/cases?tenant=${marks.contactPhone}`),
      ask(system, tenantAdmin, 'POST', '/v1/people', {
        body: {
          ...person,
          personId: 'x y',
          roles: [person.name],
          organisation: person.phone,
          reason: '新。',
        },
        key: 'marked-person-key-1',
      }),
    ]);
    for (const { status, text } of wrong) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(foundIn(text)).toEqual([]);
    }
  });

  it('is in no log, no queue, no dead letter and no state of a machine', async () => {
    const logs = join(system.dataDir, 'logs');
    for (const file of readdirSync(logs))
      expect(foundIn(readFileSync(join(logs, file), 'utf8')), file).toEqual([]);
    const db = new DatabaseSync(join(system.dataDir, 'runtime.sqlite'), { readOnly: true });
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const kept = tables
      .map(({ name }) => String(name))
      // The phones that messages went to, and the issuer's own people.
      .filter((name) => name !== 'inbox' && !name.startsWith('oidc'));
    expect(kept).toContain('queue_messages');
    for (const name of kept)
      expect(foundIn(JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all())), name).toEqual([]);
    db.close();
  });

  it('lies in the table where people are kept, and never in keys, journals, headers or what was decided', async () => {
    const items = (await inspectTable(system).whole())
      .split('\n')
      .flatMap((page) => JSON.parse(page) as Record<string, unknown>[]);
    const places = (wanted: readonly string[]) =>
      [
        ...new Set(
          items
            .filter((item) => foundIn(JSON.stringify(item), wanted).length > 0)
            .map(({ pk, sk }) => `${String(pk).split('#')[2]} ${String(sk).replace(/#?\d+$/, '')}`),
        ),
      ].sort();
    expect(places(ofTheCase)).toMatchInlineSnapshot(`
      [
        "C PERSONAL",
        "C SEC#contacts",
        "C SEC#report",
      ]
    `);
    expect(places([person.phone])).toMatchInlineSnapshot(`
      [
        "M CONTACT",
      ]
    `);
    for (const { pk, sk, g1pk, g1sk, g2pk, g2sk, g3pk, g3sk } of items)
      expect(foundIn(JSON.stringify([pk, sk, g1pk, g1sk, g2pk, g2sk, g3pk, g3sk]))).toEqual([]);
  });

  it('is masked in the city’s export of the county', async () => {
    const { tenantAdmin } = await administrationOf(system, 'yancheng');
    const started = await ask(system, tenantAdmin, 'POST', '/v1/exports', {
      body: { node: county, personal: false },
      key: 'marked-export-key-1',
    });
    expect(started.status, started.text).toBe(201);
    const list = async () =>
      ((await ask(system, tenantAdmin, 'GET', `/v1/exports?node=${county}`)).body as ExportList).items;
    await awaitTrue('the export is built', async () => (await list())[0]?.state === 'done');
    const [job] = await list();
    const links = await ask(system, tenantAdmin, 'GET', `/v1/exports/${county}/${job?.exportId}/link`);
    for (const { url } of (links.body as ExportLinks).volumes) {
      expect(foundIn(url)).toEqual([]);
      const files = unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()));
      for (const [name, bytes] of Object.entries(files))
        expect(foundIn(Buffer.from(bytes).toString(), [...ofTheCase, person.phone]), name).toEqual([]);
    }
  });
});
