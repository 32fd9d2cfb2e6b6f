import * as z from 'zod/mini';
import { materialFileType, reportSeal } from '#shared/regulation/application-spec.ts';
import { resubmission, span } from '#shared/regulation/route-spec.ts';
import { paragraphs, text } from './common.ts';

const ownMaterial = z.strictObject({
  /** `own` and letters: never the id of a material of the rules. */
  id: z.string().check(z.regex(/^own[A-Z][A-Za-z]{0,30}$/)),
  title: text(60),
  help: z.exactOptional(paragraphs(200)),
  fileTypes: z.array(materialFileType).check(z.minLength(1), z.maxLength(6)),
});
const ruledMaterial = z.strictObject({ id: z.string().check(z.regex(/^[a-z][A-Za-z]{1,40}$/)) });
const tightenable = z.union([
  z.int().check(z.gte(0), z.lte(100_000)),
  span,
  z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
]);
const values = z
  .record(z.string().check(z.regex(/^(limit|target)\.[A-Za-z]{1,40}$/)), tightenable)
  .check(z.refine((given) => Object.keys(given).length <= 40, { error: '项目过多' }));

/** What a tenant has set of its own within the rules. */
export const localSettings = z.object({
  materials: z.array(ownMaterial),
  values,
  reportSeal: z.exactOptional(reportSeal),
  resubmission: z.exactOptional(resubmission),
});

/** The whole list of materials, those of the rules by their id alone; and every value that is set of one's own. */
export const settingsBody = z.strictObject({
  materials: z.array(z.union([ownMaterial, ruledMaterial])).check(z.maxLength(60)),
  values,
  reportSeal: localSettings.shape.reportSeal,
  resubmission: localSettings.shape.resubmission,
});
export type SettingsBody = z.infer<typeof settingsBody>;
