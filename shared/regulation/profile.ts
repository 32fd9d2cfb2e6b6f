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

export const span = z.readonly(
  z.strictObject({
    amount: z.int().check(z.positive()),
    unit: z.enum(['workingDay', 'month', 'naturalDay', 'naturalWeek']),
  }),
);
const serviceTarget = z.readonly(
  z.strictObject({ amount: z.int().check(z.positive()), unit: z.literal('workingDay') }),
);

/** How a step ends. `Concluded` 审结: agreed, and with it the whole route; `Approved`: agreed, another body follows. */
const outcome = z.enum(['Approved', 'Concluded', 'Returned', 'Rejected', 'Withdrawn']);
const verb = z.enum(['approve', 'return', 'reject']);
const stepId = z.enum(['unitConfirmation', 'localReview', 'cityRecheck', 'correction']);
const end = z.enum(['complete', 'rejected', 'withdrawn']);

/** A role, and whose: the applicant's unit, its county or its city. */
const post = z.readonly(z.strictObject({ role: z.string(), of: z.enum(['organisation', 'county', 'city']) }));

const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** 提醒: when the holder of an open task is reminded, in working days around its target day. */
const reminders = z.readonly(
  z.strictObject({
    /** When in the morning, Asia/Shanghai. */
    time: timeOfDay,
    /** So many working days before the target day. */
    before: z.int().check(z.nonnegative()),
    /** On each of so many working days after it. */
    after: z.int().check(z.nonnegative()),
    /** From this working day after it on, the head is told as well, once. */
    escalateOn: z.int().check(z.positive()),
  }),
);

/** Working hours of one day, in order; messages that are not urgent wait for them. */
const messageHours = z.readonly(
  z.array(z.readonly(z.strictObject({ from: timeOfDay, to: timeOfDay }))).check(z.minLength(1)),
);

const stage = z.readonly(
  z.strictObject({
    id: z.string(),
    /** Chinese name, e.g. 初审. */
    title: z.string(),
    /** Who holds the stage's task. */
    holder: post,
    /** Who decides beside the holder: `all` must agree (会签), or the first word of `any` counts (或签). */
    together: z.exactOptional(
      z.readonly(
        z.strictObject({
          mode: z.enum(['all', 'any']),
          with: z.readonly(z.array(post).check(z.minLength(1), z.maxLength(39))),
        }),
      ),
    ),
    verbs: z.readonly(z.array(verb)),
    /** The holder gives an assessed quantity and an opinion per line. */
    assesses: z.boolean(),
    /** The task can be decided from the page of an approval link; never where a quantity per line is assessed. */
    byLink: z.boolean(),
    /** Who is told when the target has been missed for days: the head of whoever holds the task. */
    escalatesTo: z.exactOptional(post),
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
  z.strictObject({
    id: z.string(),
    /** Whose applications go this way: departments of a county, or the city's own. */
    appliesTo: z.readonly(z.array(z.enum(['county', 'city']))),
    first: stepId,
    steps: z.readonly(z.array(step)),
  }),
);

export const materialFileType = z.enum(['pdf', 'png', 'jpg', 'docx', 'xlsx', 'ofd']);

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
    /** A county's own additional material counts for everyone of that county. */
    requiredOf: z.enum(['everyone', 'cityDepartments']),
    /** What kinds of file show it; of `file` evidence. */
    fileTypes: z.exactOptional(z.readonly(z.array(materialFileType))),
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

/** Kinds of service that can be asked for, in the form's order and by the rules' own names. */
export const resourceKinds = z.readonly(
  z.strictObject({
    clause: z.string(),
    kinds: z.readonly(z.array(z.readonly(z.strictObject({ kind: productKind, label: z.string() })))),
  }),
);

/** Where the materials name the information system; every place must hold the very same code points. */
export const systemNames = z.readonly(
  z.strictObject({
    clause: z.string(),
    /** The first is the case's own name. */
    places: z.readonly(z.array(z.readonly(z.strictObject({ material: z.string(), pointer: z.string() })))),
  }),
);

/** How the seal under the report is given; a city decides. */
export const reportSeal = z.enum(['confirmationSuffices', 'scanRequired']);
export const reportSealRule = cited(reportSeal);

/** Limits that the application touches, where the texts have them. */
export const applicationLimits = z.readonly(
  z.strictObject({
    utilisationPercent: z.exactOptional(
      cited(z.readonly(z.strictObject({ min: z.number(), max: z.number() }))),
    ),
    deployWithin: z.exactOptional(cited(span)),
    goLiveWithin: z.exactOptional(cited(span)),
    pledgedGoLiveWithin: z.exactOptional(cited(span)),
    pledgedAssessmentWithin: z.exactOptional(cited(span)),
    storageRenewal: z.exactOptional(cited(span)),
    /** Kinds of product whose lines must say what each is for. */
    purposeFor: z.exactOptional(cited(z.readonly(z.array(productKind)))),
    /** Kinds of product whose lines must show how the quantity was reckoned. */
    basisFor: z.exactOptional(cited(z.readonly(z.array(productKind)))),
  }),
);

/** 办件种类: what a unit can ask for; each has its own form and routes. */
export const caseKind = z.enum(['cloudApplication', 'platformAccount']);

const caseRules = z.discriminatedUnion('offered', [
  z.readonly(
    z.strictObject({
      offered: z.literal(true),
      title: z.string(),
      /** No two of them apply to the same kind of applicant. */
      routes: z.readonly(z.array(route)),
      /** Materials every applicant hands in; a county may ask for more (yc-cloud-15-6), never for less. */
      materials: cited(z.readonly(z.array(materialRequirement))),
      /** Whether the confirmation by the CDO in the system stands for seal and date, or a sealed scan is asked for. */
      reportSeal: z.exactOptional(reportSealRule),
      form: formSpecSchema,
      systemNames,
      resourceKinds,
      limits: applicationLimits,
      /** 补正上限: rounds after which the unit can no longer be sent back; without it there is no limit. */
      mostRounds: z.exactOptional(cited(z.int().check(z.positive()))),
      reminders: cited(reminders),
      /** Only a unit with an account on the platform may ask for it. */
      needsAccount: z.exactOptional(cited(z.literal(true))),
      /** Its completion opens the unit's account; a unit has one. */
      opensAccount: z.exactOptional(cited(z.literal(true))),
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
    /** When people are told things that are not urgent; a city may set its own. */
    messageHours: cited(messageHours),
    cloudApplication: caseRules,
    /** 政务云管理平台账号. */
    platformAccount: caseRules,
    catalogue: catalogueRules,
  }),
);

export type CityProfile = z.infer<typeof cityProfileSchema>;
export type CatalogueRules = z.infer<typeof catalogueRules>;
export type ReminderRules = z.infer<typeof reminders>;
export type MessageHours = z.infer<typeof messageHours>;
export type CaseKind = z.infer<typeof caseKind>;
export type CloudApplicationRules = Extract<z.infer<typeof caseRules>, { offered: true }>;
export type Route = z.infer<typeof route>;
export type RouteStep = z.infer<typeof step>;
export type RouteStage = z.infer<typeof stage>;
export type StepId = z.infer<typeof stepId>;
export type RouteEnd = z.infer<typeof end>;
export type Outcome = z.infer<typeof outcome>;
export type Verb = z.infer<typeof verb>;
export type MaterialRequirement = z.infer<typeof materialRequirement>;
export type MaterialFileType = z.infer<typeof materialFileType>;
export type ProductKind = z.infer<typeof productKind>;
