import * as z from 'zod/mini';
import { productKind } from './application-spec.ts';
import { caseKind, caseRules } from './case-rules.ts';
import { cited } from './cited-schema.ts';
import { provisioningRules } from './provisioning-spec.ts';
import { messageHours } from './route-spec.ts';

const roleNames = cited(z.readonly(z.array(z.string())));

/** How the unified catalogue 统一服务目录 comes about in a city; roles are held at the city's own node. */
export const catalogueRules = z.readonly(
  z.strictObject({
    /** Whoever writes a draft, and another person who releases it. */
    drafts: roleNames,
    releases: roleNames,
    /** What releasing is called, e.g. 发布 or 审定. */
    releaseVerb: z.string(),
    /** The city's own words for kinds of product. */
    kindNames: z.exactOptional(z.readonly(z.partialRecord(productKind, z.string()))),
    /** Who records the filing 备案 with the authority; absent where the city knows none. */
    filing: z.exactOptional(roleNames),
    /** The ceiling that finance sets 支出预算标准, and what a dearer price meets; absent where the city knows none. */
    budgetStandards: z.exactOptional(
      z.readonly(z.strictObject({ setBy: roleNames, above: cited(z.enum(['needsReason', 'refused'])) })),
    ),
  }),
);

/** City profile 市级规则档案: what one city's regulation fixes, as data; every value names its clause. */
export const cityProfileSchema = z.readonly(
  z.strictObject({
    city: z.string(),
    /** Version of the rules within the city, e.g. `2026-04-27`. */
    version: z.string(),
    /** What a case is pinned to at submission, e.g. `yancheng-2026-04-27`. */
    ruleVersion: z.string(),
    title: z.string(),
    effectiveOn: cited(z.string()),
    documents: z.readonly(
      z.array(
        z.readonly(
          z.strictObject({ title: z.string(), number: z.exactOptional(z.string()), clause: z.string() }),
        ),
      ),
    ),
    repeals: z.readonly(z.array(z.readonly(z.strictObject({ title: z.string(), clause: z.string() })))),
    calendar: z.readonly(
      z.strictObject({ base: z.literal('stateCouncil'), timeZone: z.literal('Asia/Shanghai') }),
    ),
    /** Who does what under these rules; the role is independent of the body's name. */
    roles: z.readonly(
      z.array(z.readonly(z.strictObject({ role: z.string(), duty: z.string(), clause: z.string() }))),
    ),
    /** When people are told things that are not urgent; a city may set its own. */
    messageHours: cited(messageHours),
    /** What can be asked for under these rules, in the order in which people are offered it; a kind is a declaration. */
    kinds: z.readonly(z.record(caseKind, caseRules)),
    catalogue: catalogueRules,
    /** 资源开通. */
    provisioning: provisioningRules,
  }),
);

export type CityProfile = z.infer<typeof cityProfileSchema>;
export type CatalogueRules = z.infer<typeof catalogueRules>;
export type { MaterialFileType, MaterialRequirement, ProductKind } from './application-spec.ts';
export type { CaseKind, CloudApplicationRules } from './case-rules.ts';
export type { ChangeScale, KindAct, KindChecks, Prefill } from './kind-spec.ts';
export type {
  MessageHours,
  Outcome,
  ReminderRules,
  Resubmission,
  Route,
  RouteEnd,
  RouteStage,
  RouteStep,
  StepId,
  Verb,
} from './route-spec.ts';
