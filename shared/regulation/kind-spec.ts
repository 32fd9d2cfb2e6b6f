import * as z from 'zod/mini';
import { cited } from './cited-schema.ts';
import { formSection } from './form-spec.ts';
import { span } from './route-spec.ts';

const pointer = z.string();

/** 提前申请: a day of the form must lie so far behind the submission. */
const ahead = cited(
  z.readonly(
    z.strictObject({
      /** The day from which it is wanted. */
      field: pointer,
      span,
      /** Where a late one may say why; without it a late one can't be sent. */
      lateReason: z.exactOptional(pointer),
    }),
  ),
);

/** Two days of the form, of which the second is not before the first. */
const period = z.readonly(z.strictObject({ from: pointer, to: pointer, clause: z.string() }));

/** Another matter of the same unit and of the same name, named in the form, that must have ended with approval. */
const foundation = cited(z.readonly(z.strictObject({ field: pointer, kind: z.string(), title: z.string() })));

/** 资源变更 of a registered system: its added lines lie at `/resources/lines`, its changed ones at `/changes/lines`. */
const change = z.readonly(
  z.strictObject({
    /** 重大变更: the cost of a month grows by more than this share of what the system costs; a reviewer may judge otherwise. */
    major: cited(z.readonly(z.strictObject({ abovePercent: z.int().check(z.positive()) }))),
    /** What a major one asks for: everything of the first application, or a new application beside the exit of the old. */
    majorBy: cited(z.enum(['firstApplication', 'newAndExit'])),
    /** The kinds of the two matters that a major one is filed as, where it is filed as two. */
    parallel: z.exactOptional(z.readonly(z.strictObject({ application: z.string(), exit: z.string() }))),
    /** 月平均综合使用率 above which a change needs no other reason. */
    trigger: z.exactOptional(cited(z.readonly(z.strictObject({ abovePercent: z.int() })))),
  }),
);

/** 冷数据: rows of a table whose day of last use must lie so many months before they were handed over. */
const unused = cited(
  z.readonly(
    z.strictObject({
      table: pointer,
      used: z.string(),
      handed: z.string(),
      months: z.int().check(z.positive()),
    }),
  ),
);

export const kindChecks = z.readonly(
  z.strictObject({
    ahead: z.exactOptional(ahead),
    periods: z.exactOptional(z.readonly(z.array(period))),
    foundation: z.exactOptional(foundation),
    change: z.exactOptional(change),
    unused: z.exactOptional(unused),
  }),
);

/** 办后事项: what the applicant records once the matter has been approved, in this order and each once. */
export const kindAct = z.readonly(
  z.strictObject({
    id: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
    title: z.string(),
    clause: z.string(),
    /** `providerLeft`: not before everything on the applicant's cloud is migrated, and its erasure confirmed. */
    waitsFor: z.exactOptional(z.literal('providerLeft')),
    /** What must be recorded with it. */
    section: formSection,
  }),
);

/** Where a new draft takes values from. */
export const prefill = z.discriminatedUnion('from', [
  z.readonly(
    z.strictObject({
      from: z.literal('register'),
      /** Whoever of the unit holds this post. */
      role: z.string(),
      section: z.string(),
      name: z.string(),
      phone: z.string(),
    }),
  ),
  /** What the last approved matter of the registered system said in the fields of the same name; declarations are made anew. */
  z.readonly(z.strictObject({ from: z.literal('lastApproved'), sections: z.readonly(z.array(z.string())) })),
]);

/** 一般变更, 重大变更. */
export const changeScale = z.enum(['minor', 'major']);
export type ChangeScale = z.infer<typeof changeScale>;
export type KindChecks = z.infer<typeof kindChecks>;
export type KindAct = z.infer<typeof kindAct>;
export type Prefill = z.infer<typeof prefill>;
