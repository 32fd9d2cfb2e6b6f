import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { type ApplicationForm, rowsAt, textAt } from './application-form.ts';
import { productLines } from './priced-lines.ts';

/** What reviewers give their word on line by line: the lines, purchases beside the cloud, how big a change is said to be. */
const assessedContent = (form: ApplicationForm): string =>
  canonicalJson({
    lines: productLines(form),
    purchases: rowsAt(form, '/declarations/purchases'),
    scale: textAt(form, '/change/scale'),
  } as unknown as Json);

/** Whether what was assessed of the one form may be held of the other (yc-cloud-16-1). */
export const isAssessedAlike = (before: ApplicationForm, after: ApplicationForm): boolean =>
  assessedContent(before) === assessedContent(after);
