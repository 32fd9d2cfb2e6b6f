import type { CaseClocks } from '#functions/cases/ports/case-clocks.ts';
import type { NoticeBody, NoticePreview } from '#shared/contracts/holiday-notices.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { objectionToNotice, scopeFor } from '../domain/check-notice.ts';
import { composeOverlay } from '../domain/compose-overlay.ts';
import { type CalendarNode, concernedTenants, type NodesOf } from './concerned-tenants.ts';
import type { CalendarStore } from './ports.ts';
import { objectionToPublisher } from './publish-notice.ts';

export interface PreviewServices {
  readonly calendars: Pick<CalendarStore, 'list'>;
  readonly clocks: Pick<CaseClocks, 'page' | 'foresee'>;
  readonly nodesOf: NodesOf;
}

/** As many cases as one request has time to read; beyond, the answer says that it is not complete. */
const casesLookedAt = 1000;
const shown = 20;
const atOnce = 20;

type Moved = NoticePreview['items'][number];

const foresee = async (
  { clocks }: PreviewServices,
  tenant: CalendarNode,
  caseIds: readonly string[],
  overlay: CalendarOverlay,
): Promise<readonly Moved[]> => {
  const found = await Promise.all(
    caseIds.map((caseId) => clocks.foresee({ tenant: tenant.id, caseId }, overlay)),
  );
  return found.flatMap((moves) =>
    moves.ok ? moves.value.map(({ ref, ...move }) => ({ ...move, ...ref, tenantName: tenant.name })) : [],
  );
};

const foreseeTenant = async (
  services: PreviewServices,
  tenant: CalendarNode,
  overlay: CalendarOverlay,
  preview: { lookedAt: number; moves: Moved[] },
): Promise<void> => {
  let after: string | undefined;
  do {
    const page = await services.clocks.page(tenant.id, after, atOnce);
    preview.moves.push(...(await foresee(services, tenant, page.ids, overlay)));
    preview.lookedAt += page.ids.length;
    after = page.next;
  } while (after !== undefined && preview.lookedAt < casesLookedAt);
};

/** 试算: what a notice would move if it were published now. Nothing is written, nobody is told. */
export const previewNotice = async (
  services: PreviewServices,
  actor: Actor,
  notice: NoticeBody,
): Promise<Result<NoticePreview, Refusal>> => {
  const city = cityOf(actor.tenant);
  const known = await services.calendars.list(city);
  const objection = objectionToPublisher(actor, notice) ?? objectionToNotice(notice, actor.tenant, known);
  if (objection) return refuse(objection);
  const scope = scopeFor(notice.kind, actor.tenant);
  const overlay = composeOverlay(known.length + 1, [
    ...known,
    { ...notice, publishedAt: '', ...(scope === undefined ? {} : { scope }) },
  ]);
  const preview = { lookedAt: 0, moves: [] as Moved[] };
  for (const tenant of concernedTenants(await services.nodesOf(city), city, scope))
    if (preview.lookedAt < casesLookedAt) await foreseeTenant(services, tenant, overlay, preview);
  const { lookedAt, moves } = preview;
  return accept({
    lookedAt,
    moved: moves.length,
    complete: lookedAt < casesLookedAt,
    items: moves.slice(0, shown),
  });
};
