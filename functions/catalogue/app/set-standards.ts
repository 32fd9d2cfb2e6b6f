import type { BudgetStandard, CatalogueAnswer } from '#shared/contracts/catalogue-versions.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { type CatalogueAsked, passDoor } from './pass-door.ts';
import type { CatalogueServices } from './ports.ts';

/** 支出预算标准, whole; it binds the next draft and release, and never a version that is released already. */
export const setStandards = (
  services: CatalogueServices,
  asked: CatalogueAsked,
  { document, items }: { readonly document: string; readonly items: readonly BudgetStandard[] },
): Promise<Result<CatalogueAnswer, Refusal>> =>
  passDoor(services, asked, 'setStandards', async ({ at }) =>
    accept({
      event: {
        type: 'StandardsSet',
        document,
        count: items.length,
        digest: sm3Hex(canonicalJson(items.map((item) => ({ ...item })))),
      },
      standards: { document, items, setAt: at, setBy: asked.actor.membershipId },
    }),
  );
