import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#examples/client.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { applicationWith, draftOf } from '#test/support/file-application.ts';
import { lineOf } from '#test/support/sample-application.ts';

const system = sharedSystem();
let clerk: Client;
beforeAll(async () => {
  clerk = await clientOf(system, 'tinghu-clerk');
});

type Changes = Parameters<typeof draftOf>[1];
type Sections = ReturnType<typeof applicationWith>['sections'];

/** The draft that is changed and put right again from test to test: each begins with it complete. */
let complete: { readonly caseId: string; readonly versions: Map<string, number> };
beforeAll(async () => {
  const { caseId } = await draftOf(clerk);
  const { sections } = await clerk.view(caseId);
  complete = { caseId, versions: new Map(sections.map(({ section, version }) => [section, version])) };
});

const save = async (changed: readonly string[], content: Sections): Promise<void> => {
  const { caseId, versions } = complete;
  for (const section of changed) {
    const saved = await clerk.saveSection(caseId, section, versions.get(section) ?? 0, content[section]);
    versions.set(section, saved.version);
  }
};

const refusalOf = async (caseId: string) => {
  const { version } = await clerk.view(caseId);
  const told = await problemFrom(clerk.requestConfirmation(caseId, version));
  expect(told).toMatchObject({ status: 422, code: 'form-incomplete' });
  expect(await clerk.view(caseId)).toMatchObject({ status: 'draft', version });
  return told.errors ?? [];
};

/** What stands in the way of sending an application that was changed so; the draft stays a draft. */
const refusedFor = async (changes: NonNullable<Changes>) => {
  const changed = Object.keys(changes);
  if (changed.some((section) => changes[section] === undefined))
    return refusalOf((await draftOf(clerk, changes)).caseId);
  await save(changed, applicationWith(changes).sections);
  try {
    return await refusalOf(complete.caseId);
  } finally {
    await save(changed, applicationWith().sections);
  }
};

const placesOf = async (changes: NonNullable<Changes>) =>
  (await refusedFor(changes)).map(({ pointer }) => pointer);

const isSent = async (changes: Changes): Promise<void> => {
  const { caseId, version } = await draftOf(clerk, changes);
  await clerk.requestConfirmation(caseId, version);
};

const off = (section: string) => ({
  ...Object.fromEntries(
    Object.keys(applicationWith().sections[section] ?? {}).map((key) => [key, undefined]),
  ),
  wanted: false,
});
const withLines = (...lines: readonly object[]) => ({
  resources: { lines: lines.map((line, index) => ({ ...line, lineNo: index + 1 })) },
  declarations: { backup: 'own' },
  compute: off('compute'),
});

describe('materials', () => {
  it.each([
    ['report', '申请报告', '/report'],
    ['plan', '申请方案', '/plan'],
  ])('[yc-cloud-15-4] without the %s it is refused, naming it', async (section, title, place) => {
    const missing = (await refusedFor({ [section]: undefined })).filter(
      ({ code }) => code === 'material-missing',
    );
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatchObject({ clause: 'yc-cloud-15-4', message: expect.stringContaining(title) });
    expect(missing[0]?.pointer.startsWith(place)).toBe(true);
  });

  it.each([
    ['one space inside', '大丰区基层 医疗平台', '空格（U+0020）'],
    ['a full-width space', '大丰区基层　医疗平台', '空格（U+3000）'],
    ['a full-width letter', '大丰区基层Ａ医疗平台', '“Ａ”（U+FF21）'],
  ])('[yc-cloud-15-5] %s makes another name, and both are shown', async (_, planName, character) => {
    const reportName = '大丰区基层医疗平台';
    const [told, ...more] = await refusedFor({
      report: { systemName: reportName },
      plan: { systemName: planName },
    });
    expect(more).toEqual([]);
    expect(told).toMatchObject({ code: 'system-name-differs', clause: 'yc-cloud-15-5' });
    for (const part of [`“${reportName}”`, `“${planName}”`, '第6个字起不同', character])
      expect(told?.message).toContain(part);
  });

  it('[yc-cloud-15-5] names alike to the last code point pass', async () => {
    await isSent({ report: { systemName: 'Ａ 系统' }, plan: { systemName: 'Ａ 系统' } });
  });

  it.each([
    ['background', '建设背景'],
    ['purpose', '建设目的'],
    ['functions', '主要功能'],
    ['users', '用户群体'],
  ])('[yc-cloud-annex2-1] an empty %s is named', async (field, label) => {
    for (const empty of ['', '  \n', undefined]) {
      const [told, ...more] = await refusedFor({ plan: { [field]: empty } });
      expect(more).toEqual([]);
      expect(told).toMatchObject({ pointer: `/plan/${field}`, message: expect.stringContaining(label) });
    }
  });
});

describe('the resource table', () => {
  it('[yc-cloud-annex2-3] prices 3 of 120.50 at 361.50 by the catalogue, and takes no other price', async () => {
    const { caseId } = await draftOf(clerk, withLines(lineOf('host-2c4g', { quantity: 3 })));
    const { monthlyCostFen, sections } = await clerk.view(caseId);
    expect(monthlyCostFen).toBe(36_150);
    const resources = sections.find(({ section }) => section === 'resources');
    for (const own of [{ unitPrice: '1.00' }, { unitPriceFen: 100 }, { cost: 1 }]) {
      const told = await problemFrom(
        clerk.saveSection(caseId, 'resources', resources?.version ?? 0, {
          lines: [lineOf('host-2c4g', { quantity: 3, ...own })],
        }),
      );
      expect(told).toMatchObject({ status: 400, code: 'request-invalid' });
      expect(told.errors?.[0]?.pointer).toMatch(/^\/resources\/lines\/0/);
    }
    expect((await clerk.view(caseId)).monthlyCostFen).toBe(36_150);
  });

  it.each([
    ['that the catalogue never had', 'host-1000c'],
    ['that has been withdrawn from it', 'host-1c2g'],
  ])('[yc-cloud-14-2] refuses a product %s', async (_, productId) => {
    const told = await refusedFor(withLines(lineOf('host-2c4g'), lineOf(productId)));
    expect(told).toMatchObject([
      { pointer: '/resources/lines/1/productId', code: 'not-in-catalogue', clause: 'yc-cloud-14-2' },
    ]);
  });

  it('[yc-cloud-annex2-4] flags the third of three hosts when only two say what they are for', async () => {
    const lines = withLines(
      lineOf('host-2c4g'),
      lineOf('host-4c8g'),
      lineOf('host-8c16g', { purpose: undefined }),
    );
    expect(await placesOf(lines)).toEqual(['/resources/lines/2/purpose']);
  });

  it('[yc-cloud-annex2-4] flags storage and network that do not show how they were reckoned', async () => {
    const lines = withLines(
      lineOf('object-1t', { basis: undefined }),
      lineOf('bandwidth-internet', { basis: ' ' }),
      lineOf('host-2c4g', { basis: undefined }),
    );
    expect(await placesOf(lines)).toEqual(['/resources/lines/0/basis', '/resources/lines/1/basis']);
  });
});

describe('compute and model applications', () => {
  it.each([
    'expectedUsers',
    'dailyConcurrent',
    'peakConcurrent',
    'inputTokensPerSecond',
    'outputTokensPerSecond',
    'modelClasses',
    'modelNameVersion',
    'cards',
  ])('[yc-cloud-annex2-7] switched on, it needs %s', async (field) => {
    expect(await placesOf({ compute: { [field]: undefined } })).toEqual([`/compute/${field}`]);
  });

  it('[yc-cloud-annex2-7] switched off it needs nothing; a peak below the daily figure is refused', async () => {
    await isSent(withLines(lineOf('host-2c4g')));
    const told = await refusedFor({ compute: { dailyConcurrent: 60, peakConcurrent: 59 } });
    expect(told).toMatchObject([{ pointer: '/compute/peakConcurrent', code: 'peak-below-daily' }]);
  });

  it.each([
    ['createAgents', 'agentCount'],
    ['createWorkflows', 'workflowCount'],
    ['createKnowledgeBase', 'knowledgeBaseTextLength'],
    ['connectDatabase', 'databaseSource'],
  ])('[yc-cloud-annex2-8] %s wants its %s when yes and takes none when no', async (choice, detail) => {
    expect(await placesOf({ applications: { [detail]: undefined } })).toEqual([`/applications/${detail}`]);
    expect(await placesOf({ applications: { [choice]: false } })).toEqual([`/applications/${detail}`]);
    await isSent({ applications: { [choice]: false, [detail]: undefined } });
  });
});
