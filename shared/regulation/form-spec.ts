import * as z from 'zod/mini';

/** Which other field of the form switches this one on: a pointer such as `/compute/wanted` and the value it must have. */
export const condition = z.readonly(
  z.strictObject({ field: z.string(), is: z.union([z.string(), z.boolean()]) }),
);

const choice = z.readonly(z.strictObject({ value: z.string(), label: z.string() }));

const common = {
  id: z.string(),
  /** The official label of the annex. */
  label: z.string(),
  required: z.boolean(),
  /** Left empty unless every condition holds; `required` counts only while they do. */
  when: z.exactOptional(z.readonly(z.array(condition))),
  /** The annex's own heading over several fields, e.g. 智能体. */
  group: z.exactOptional(z.string()),
  clause: z.string(),
  /** What to write, in plain Chinese. */
  help: z.exactOptional(z.string()),
};

const textField = z.readonly(
  z.strictObject({
    ...common,
    kind: z.enum(['text', 'longText']),
    /** Longest accepted text in code points. */
    maxLength: z.number(),
  }),
);
const choiceField = z.readonly(
  z.strictObject({
    ...common,
    /** `choice` takes one value, `choices` a list of different ones. */
    kind: z.enum(['choice', 'choices']),
    options: z.readonly(z.array(choice)),
  }),
);
const integerField = z.readonly(
  z.strictObject({ ...common, kind: z.literal('integer'), min: z.number(), max: z.number() }),
);
const simpleField = z.readonly(
  /**
   * A date is written 2026-10-16, money in yuan and a share in percent with up to two decimals; a resource is one of
   * those that the registered system of the matter uses.
   */
  z.strictObject({
    ...common,
    kind: z.enum(['phone', 'email', 'product', 'date', 'money', 'percent', 'resource']),
  }),
);
/** Another of the unit's own matters, by its number; one that has passed, or `underReview` as well. */
const caseField = z.readonly(
  z.strictObject({
    ...common,
    kind: z.literal('case'),
    of: z.string(),
    underReview: z.exactOptional(z.literal(true)),
  }),
);
const booleanField = z.readonly(
  z.strictObject({
    ...common,
    kind: z.literal('boolean'),
    /** The answer without which the application can't be filed, with the sentence shown otherwise. */
    mustBe: z.exactOptional(z.readonly(z.strictObject({ value: z.boolean(), otherwise: z.string() }))),
    /** The text that is accepted by ticking, word for word. */
    pledge: z.exactOptional(z.string()),
  }),
);
const column = z.union([textField, choiceField, integerField, simpleField, caseField, booleanField]);
const tableField = z.readonly(
  z.strictObject({
    ...common,
    kind: z.literal('table'),
    columns: z.readonly(z.array(column)),
    minRows: z.number(),
    maxRows: z.number(),
    /** A choice column of which every option must stand in exactly one row. */
    oneRowPer: z.exactOptional(z.string()),
    /** An integer column in which no value may stand twice. */
    uniqueColumn: z.exactOptional(z.string()),
  }),
);

export const formSection = z.readonly(
  z.strictObject({
    /**
     * Part of every pointer into it. The resource table lies at `/resources/lines`; people are named in `contacts` and
     * `report` only, which are masked for other units.
     */
    id: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
    /** Official heading, with the annex's XX where the system and the unit stand. */
    title: z.string(),
    /** What people call it in a list, e.g. 申请报告. */
    name: z.string(),
    /** The annex the section belongs to, e.g. 附件1-2 第二部分. */
    source: z.string(),
    optional: z.boolean(),
    fields: z.readonly(z.array(z.union([column, tableField]))),
  }),
);

/** A form as data: what the console draws, the engine checks and the documents print. */
export const formSpecSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    sections: z.readonly(z.array(formSection)),
  }),
);

type FormSpec = z.infer<typeof formSpecSchema>;
export type FormSection = FormSpec['sections'][number];
export type FormField = FormSection['fields'][number];
export type FormColumn = z.infer<typeof column>;
export type TableField = z.infer<typeof tableField>;
export type Condition = z.infer<typeof condition>;
