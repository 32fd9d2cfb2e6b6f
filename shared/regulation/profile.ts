import * as z from 'zod/mini';
import { condition, formSpecSchema } from './form-spec.ts';

const cited = <T extends z.ZodMiniType>(value: T) =>
  z.readonly(
    z.strictObject({
      value,
      clause: z.string(),
      source: z.enum(['regulation', 'localDefault']),
      tighten: z.exactOptional(z.enum(['min', 'max', 'superset', 'never'])),
    }),
  );

const span = z.readonly(
  z.strictObject({
    amount: z.int().check(z.positive()),
    unit: z.enum(['workingDay', 'month', 'naturalDay', 'naturalWeek']),
  }),
);
const serviceTarget = z.readonly(
  z.strictObject({ amount: z.int().check(z.positive()), unit: z.literal('workingDay') }),
);

const outcome = z.enum(['Approved', 'Returned', 'Rejected', 'Withdrawn']);
const verb = z.enum(['approve', 'return', 'reject']);
const stepId = z.enum(['unitConfirmation', 'localReview', 'cityRecheck', 'correction']);
const end = z.enum(['complete', 'rejected', 'withdrawn']);

const stage = z.readonly(
  z.strictObject({
    id: z.string(),
    /** Chinese name, e.g. 初审. */
    title: z.string(),
    /** The role that holds the stage's task, and whose: the applicant's unit, its county or its city. */
    holder: z.readonly(z.strictObject({ role: z.string(), of: z.enum(['organisation', 'county', 'city']) })),
    verbs: z.readonly(z.array(verb)),
    /** The holder gives an assessed quantity and an opinion per line. */
    assesses: z.boolean(),
    /** Service target 服务时限: the texts set no limit for review, so it is never shown as a legal one. */
    serviceTarget: z.exactOptional(cited(serviceTarget)),
  }),
);

const step = z.readonly(
  z.strictObject({
    id: stepId,
    title: z.string(),
    clause: z.string(),
    stages: z.readonly(z.array(stage)),
    next: z.readonly(z.partialRecord(outcome, z.union([stepId, end]))),
  }),
);

const route = z.readonly(
  z.strictObject({ id: z.literal('countyDepartment'), first: stepId, steps: z.readonly(z.array(step)) }),
);

const fileType = z.enum(['pdf', 'png', 'jpg', 'docx', 'xlsx', 'ofd']);

/**
 * A document of the application, or one fact that has to be shown. `form` evidence is given when all (or any) of the
 * form's pointers are filled; `file` evidence is an upload, or one of the pointers filled where there are any.
 */
export const materialRequirement = z.readonly(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    clause: z.string(),
    evidence: z.enum(['form', 'file']),
    provedBy: z.readonly(
      z.strictObject({ need: z.enum(['all', 'any']), pointers: z.readonly(z.array(z.string())) }),
    ),
    /** Asked for only while this field of the form has this value. */
    when: z.exactOptional(condition),
    requiredOf: z.enum(['everyone', 'cityDepartments']),
    /** What kinds of file show it; of `file` evidence. */
    fileTypes: z.exactOptional(z.readonly(z.array(fileType))),
    /** The unit's electronic confirmation stands in for it where the city lets it (`reportSeal`). */
    orConfirmation: z.exactOptional(z.literal(true)),
    /** What to attach, in plain Chinese. */
    help: z.exactOptional(z.string()),
  }),
);

export const productKind = z.enum([
  'host',
  'database',
  'storage',
  'network',
  'security',
  'backup',
  'compute',
  'middleware',
  'support',
]);

/** How the seal under the report is given; a city decides. */
export const reportSealRule = cited(z.enum(['confirmationSuffices', 'scanRequired']));

export const applicationLimits = z.readonly(
  z.strictObject({
    utilisationPercent: cited(z.readonly(z.strictObject({ min: z.number(), max: z.number() }))),
    deployWithin: cited(span),
    goLiveWithin: cited(span),
    pledgedGoLiveWithin: cited(span),
    pledgedAssessmentWithin: cited(span),
    storageRenewal: cited(span),
    /** Kinds of product whose lines must say what each is for. */
    purposeFor: cited(z.readonly(z.array(productKind))),
    /** Kinds of product whose lines must show how the quantity was reckoned. */
    basisFor: cited(z.readonly(z.array(productKind))),
  }),
);

const cloudApplication = z.discriminatedUnion('offered', [
  z.readonly(
    z.strictObject({
      offered: z.literal(true),
      title: z.string(),
      routes: z.readonly(z.strictObject({ countyDepartment: route })),
      /** Materials every applicant hands in; a county may ask for more (yc-cloud-15-6), never for less. */
      materials: cited(z.readonly(z.array(materialRequirement))),
      /** Whether the confirmation by the CDO in the system stands for seal and date, or a sealed scan is asked for. */
      reportSeal: reportSealRule,
      form: formSpecSchema,
      limits: applicationLimits,
    }),
  ),
  z.readonly(z.strictObject({ offered: z.literal(false), reason: z.string() })),
]);

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
    cloudApplication,
    catalogue: catalogueRules,
  }),
);

export type CityProfile = z.infer<typeof cityProfileSchema>;
export type CatalogueRules = z.infer<typeof catalogueRules>;
export type CloudApplicationRules = Extract<CityProfile['cloudApplication'], { offered: true }>;
export type Route = z.infer<typeof route>;
export type RouteStep = z.infer<typeof step>;
export type RouteStage = z.infer<typeof stage>;
export type StepId = z.infer<typeof stepId>;
export type RouteEnd = z.infer<typeof end>;
export type Outcome = z.infer<typeof outcome>;
export type Verb = z.infer<typeof verb>;
export type MaterialRequirement = z.infer<typeof materialRequirement>;
export type MaterialFileType = z.infer<typeof fileType>;
export type ProductKind = z.infer<typeof productKind>;
