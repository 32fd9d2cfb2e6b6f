import type { AdministrationEntry } from '#shared/contracts/administration.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { type ChainedEntry, findChainBreak } from '#shared/kernel/journal-chain.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import type { AdministrationServices, AdministrationStore } from './administration-ports.ts';
import { describeAdministration } from './describe-administration.ts';
import { parseAdministration } from './kept-administration.ts';
import { administratorsOnly } from './who-administers.ts';

const defaultLimit = 50;
const isTenant = (text: string | undefined): text is TenantId => text !== undefined && isTenantId(text);
const sequenceNumber = /^\d{1,6}$/;

/** Who did what names nobody: what follows by itself from a post that ends, or the command line. */
const nobody = (type: string): string => (type === 'DelegationsEnded' ? '系统' : '安装维护');

/** 管理留痕 of the caller's tenant, oldest first, for its audit administrator. */
export const listAdministrationJournal = async (
  { administration, namesOf, nodesOf, organisationsOf }: AdministrationServices,
  actor: Actor,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<Result<{ items: AdministrationEntry[]; nextCursor?: string }, Refusal>> => {
  const refusal = administratorsOnly(actor, 'audit.admin');
  if (refusal) return refuse(refusal);
  const from = decodeCursor(query.cursor, sequenceNumber);
  if (!from.ok) return from;
  const { tenant } = actor;
  const limit = query.limit ?? defaultLimit;
  const entries = await administration.listEntries(tenant, Number(from.value['seq'] ?? 0), limit);
  const read = entries.map((each) => ({ ...each, kept: parseAdministration(each.entry.content) }));
  const members = read.flatMap(({ kept }) => [
    kept.actor.membership,
    ...(kept.subject ? [kept.subject.membership] : []),
    ...(kept.successor ? [kept.successor.membership] : []),
    ...[...(kept.delegations ?? []), ...(kept.onward ?? [])].flatMap(({ from: giver, to }) => [
      giver.membership,
      to.membership,
    ]),
  ]);
  const changed = read
    .flatMap(({ kept }) => (kept.organisation === undefined ? [] : [kept.tenant]))
    .filter(isTenant);
  const [names, nodes, ...organisations] = await Promise.all([
    namesOf(members.map((membership) => ({ tenant, membership }))),
    nodesOf(cityOf(tenant)),
    ...[...new Set([tenant, ...changed])].map(organisationsOf),
  ]);
  const organised = new Map(organisations.flat().map(({ id, name }) => [id, name]));
  const nameOf = (membership: string) => names.get(membership)?.name;
  const items = read.map(({ entry, position, kept }) => ({
    seq: position,
    at: entry.content.at,
    text: describeAdministration(kept, {
      member: nameOf,
      tenant: (id) => nodes.find((node) => node.id === id)?.name,
      organisation: (id) => organised.get(id),
    }),
    actor: nameOf(kept.actor.membership) ?? (kept.actor.membership || nobody(kept.type)),
    hash: entry.hash,
  }));
  const last = items.at(-1);
  const more = last && items.length === limit;
  return accept({ items, ...(more ? { nextCursor: encodeCursor({ seq: String(last.seq) }) } : {}) });
};

const pageSize = 200;

const allEntries = async (store: AdministrationStore, tenant: TenantId): Promise<ChainedEntry[]> => {
  const entries: { readonly position: number; readonly entry: ChainedEntry }[] = [];
  for (;;) {
    const page = await store.listEntries(tenant, entries.at(-1)?.position ?? 0, pageSize);
    entries.push(...page);
    if (page.length === 0) return entries.map(({ entry }) => entry);
  }
};

/** Recomputes the chain against the roster's head; a tenant that is administered meanwhile is looked at again. */
export const verifyAdministrationJournal = async (
  { administration }: Pick<AdministrationServices, 'administration'>,
  actor: Actor,
) => {
  const refusal = administratorsOnly(actor, 'audit.admin');
  if (refusal) return refuse(refusal);
  const headNow = async () => (await administration.loadRoster(actor.tenant)).head;
  let head = await headNow();
  for (;;) {
    const entries = await allEntries(administration, actor.tenant);
    const broken = findChainBreak(entries, head);
    const now = await headNow();
    if (!broken || now.hash === head.hash)
      return accept({
        intact: broken === undefined,
        entries: entries.length,
        headHash: head.hash,
        ...(broken ? { firstBroken: broken } : {}),
      });
    head = now;
  }
};
