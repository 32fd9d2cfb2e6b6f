import * as z from 'zod/mini';
import { cited } from './cited-schema.ts';
import { condition } from './form-spec.ts';
import { span } from './route-spec.ts';

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
    /** A purchase beside the cloud of what the catalogue offers: told to the reviewer, or not taken at all. */
    separatePurchase: z.exactOptional(cited(z.enum(['reviewed', 'refused']))),
    /** 区域隔离: a line lies in one zone; whether zones are linked, and by which 安全交换路径, is said where there are several. */
    zones: z.exactOptional(cited(z.readonly(z.strictObject({ linked: z.string(), links: z.string() })))),
    /** 专有域: the field that names the plan of the domain in which a line lies. */
    domain: z.exactOptional(cited(z.string())),
    /** Kinds of product whose lines must say what each is for. */
    purposeFor: z.exactOptional(cited(z.readonly(z.array(productKind)))),
    /** Kinds of product whose lines must show how the quantity was reckoned. */
    basisFor: z.exactOptional(cited(z.readonly(z.array(productKind)))),
  }),
);

export type MaterialRequirement = z.infer<typeof materialRequirement>;
export type MaterialFileType = z.infer<typeof materialFileType>;
export type ProductKind = z.infer<typeof productKind>;
