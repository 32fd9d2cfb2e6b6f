import { actorChecks, idempotencyWrite } from '#shared/table/command-guards.ts';
import { journalItem } from '#shared/table/journal-items.ts';
import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
import { linkConsumption } from '#shared/table/link-consumption.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import { namesPeople } from '../app/mask-contacts.ts';
import type { CaseCommit, CommitFact } from '../app/ports.ts';
import { deliveryWrite, effectWrite, noticeWrite } from './delivery-items.ts';
import { eventWrites } from './event-writes.ts';
import {
  holderChecks,
  sectionSeal,
  sectionWrite,
  sheetCheck,
  signerCheck,
  standInChecks,
} from './guard-writes.ts';

type Write = NamedWrite<CommitFact>;

const put = (table: string, key: Key, content: object): Write => ({
  name: 'other',
  item: { Put: { TableName: table, Item: { ...key, ...content } } },
});

const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
const unmoved = (version: number) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

const headerWrite = (table: string, { before, after, entry, salt }: CaseCommit): Write => {
  const { steps: _steps, tasks: _tasks, ...facts } = after;
  const Item = {
    ...keys.caseHeader(after.tenant, after.caseId),
    ...facts,
    head: { seq: entry.content.seq, hash: entry.hash },
    salt,
    g3pk: indexKeys.casesOf(after.tenant),
    g3sk: after.caseId,
  };
  return {
    name: 'version',
    item: { Put: { TableName: table, Item, ...(before ? unmoved(before.state.version) : absent) } },
  };
};

const entryWrite = (table: string, { after, entry }: CaseCommit, wallMs: number): Write => {
  const Item = journalItem(keys.caseEntry(after.tenant, after.caseId, entry.content.seq), entry, wallMs);
  return { name: 'version', item: { Put: { TableName: table, Item, ...absent } } };
};

/** The round as submitted; what names people lies apart, and no save that began before may pass the submission. */
const frozenWrites = (table: string, { after, frozen }: CaseCommit): Write[] => {
  if (!frozen) return [];
  const { tenant, caseId } = after;
  const { round, digest, sections, attachments, prices } = frozen;
  return [
    put(table, keys.caseForm(tenant, caseId, round), {
      round,
      digest,
      prices,
      sections: sections.filter((section) => !namesPeople(section)),
      attachments,
    }),
    put(table, keys.casePersonal(tenant, caseId, round), { sections: sections.filter(namesPeople) }),
    ...sections.map((section) => sectionSeal(table, after, section)),
    sheetCheck(table, after, attachments.version),
  ];
};

/** The first saves of a new draft, by whoever begins it. */
const prefilledWrites = (table: string, { after, prefilled, actor }: CaseCommit): Write[] =>
  actor
    ? Object.entries(prefilled ?? {}).map(([section, content]) =>
        sectionWrite(table, after, { section, version: 1, content, savedBy: actor }, 0),
      )
    : [];

const extraWrites = (table: string, commit: CaseCommit, wallMs: number): Write[] => {
  const { after, assessments, delivery, announcement, effect, entry } = commit;
  const { tenant, caseId } = after;
  return [
    ...(assessments
      ? [put(table, keys.caseAssessment(tenant, caseId, assessments.taskId), assessments)]
      : []),
    ...(delivery ? [put(table, ...deliveryWrite(after, entry.content.seq, delivery, wallMs))] : []),
    ...(announcement ? [put(table, ...noticeWrite(after, entry.content.seq, announcement, wallMs))] : []),
    ...(effect ? [put(table, ...effectWrite({ tenant, caseId }, entry.content.seq, effect, wallMs))] : []),
  ];
};

/** The items of one command's transaction; every condition is named after the fact that it protects. */
export const commitWrites = (table: string, commit: CaseCommit, wallMs: number): Write[] => [
  headerWrite(table, commit),
  entryWrite(table, commit, wallMs),
  ...eventWrites(table, commit),
  ...signerCheck(table, commit),
  ...holderChecks(table, commit),
  ...standInChecks(table, commit),
  ...frozenWrites(table, commit),
  ...prefilledWrites(table, commit),
  ...extraWrites(table, commit, wallMs),
  ...(commit.actor ? actorChecks(table, commit.actor) : []),
  ...(commit.linkId === undefined ? [] : [linkConsumption(table, commit.linkId, wallMs)]),
  ...(commit.idempotency ? [idempotencyWrite(table, commit.idempotency, wallMs)] : []),
];
