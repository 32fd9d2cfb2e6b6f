import type { JournalEntryView } from '#shared/contracts/case-journal.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { type ChainedEntry, findChainBreak } from '#shared/kernel/journal-chain.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { decisionContext } from './decision-context.ts';
import { absentIn, describeEntry, parseContent } from './describe-entry.ts';
import { findCase } from './find-case.ts';
import type { CaseRef, StoredEntry } from './ports.ts';
import type { CaseServices } from './services.ts';
import { roleLabel } from './view-labels.ts';

const defaultLimit = 50;
const sequenceNumber = /^\d{1,6}$/;
const vias: Readonly<Record<string, string>> = { api: '平台办理', link: '链接办理', machine: '系统流转' };

/** 全程留痕 of a case, oldest first; actors by their present names, since the journal itself holds ids only. */
export const listJournal = async (
  services: CaseServices,
  actor: Actor,
  caseId: string,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<Result<{ items: JournalEntryView[]; nextCursor?: string }, Refusal>> => {
  const from = decodeCursor(query.cursor, sequenceNumber);
  if (!from.ok) return from;
  const found = await findCase(services.cases, actor, caseId, 'listJournal');
  if (!found.ok) return found;
  const { ref, state } = found.value;
  const context = await decisionContext(services, state);
  if (!context.ok) return context;
  const limit = query.limit ?? defaultLimit;
  const entries = await services.cases.listEntries(ref, Number(from.value['seq'] ?? 0), limit);
  const read = entries.map(({ entry, position }) => ({ entry, position, kept: parseContent(entry.content) }));
  const names = await services.references.namesOf(
    read.flatMap(({ kept: { actor: by, events } }) =>
      by ? [by, ...absentIn(events).map((membership) => ({ tenant: by.tenant, membership }))] : [],
    ),
  );

  const items = read.map(({ entry, position, kept }): JournalEntryView => {
    const who = kept.actor && names.get(kept.actor.membership);
    return {
      seq: position,
      at: entry.content.at,
      text: describeEntry(kept.events, context.value.route, (member) => names.get(member)?.name),
      via: vias[kept.via] ?? kept.via,
      hash: entry.hash,
      ...(who
        ? {
            actor: {
              name: who.name,
              organisation: who.organisation,
              roleLabel: who.roles.map(roleLabel).join('、'),
            },
          }
        : {}),
    };
  });
  const last = items.at(-1);
  const more = last && last.seq < found.value.head.seq;
  return accept({ items, ...(more ? { nextCursor: encodeCursor({ seq: String(last.seq) }) } : {}) });
};

const pageSize = 200;

const allEntries = async (services: CaseServices, ref: CaseRef): Promise<ChainedEntry[]> => {
  const entries: StoredEntry[] = [];
  for (;;) {
    const page = await services.cases.listEntries(ref, entries.at(-1)?.position ?? 0, pageSize);
    entries.push(...page);
    if (page.length === 0) return entries.map(({ entry }) => entry);
  }
};

/**
 * Recomputes the case's chain and names the first entry that cannot be trusted. A case that moves while its entries are
 * read is looked at again: an entry newer than the head that was read first is no break.
 */
export const verifyJournal = async (services: CaseServices, actor: Actor, caseId: string) => {
  const found = await findCase(services.cases, actor, caseId, 'verifyJournal');
  if (!found.ok) return found;
  const { ref } = found.value;
  let { head } = found.value;
  for (;;) {
    const entries = await allEntries(services, ref);
    const broken = findChainBreak(entries, head);
    const now = broken && (await services.cases.load(ref))?.head;
    if (now === undefined || now.hash === head.hash)
      return accept({
        intact: broken === undefined,
        entries: entries.length,
        headHash: head.hash,
        ...(broken ? { firstBroken: broken } : {}),
      });
    head = now;
  }
};
