import { useMemo, useState } from 'react';
import type { CatalogueView } from '#shared/contracts/catalogue.ts';
import type { FormView } from '#shared/contracts/forms.ts';
import { monthlyCostFen } from '#shared/regulation/application/priced-lines.ts';
import { dateOf } from '../format-time.ts';
import { checkForm, hintsOf, isMissing, standingOf } from './check-form.ts';
import type { Contents } from './settle-form.ts';

/** The form as typed, checked with every change; of missing things it is said only once somebody asked to send it. */
export const useChecked = (form: FormView, catalogue: CatalogueView, contents: Contents) => {
  const [strict, setStrict] = useState(false);
  const [today] = useState(() => dateOf(new Date()));
  const checked = useMemo(() => {
    const problems = checkForm(form, catalogue, contents, today);
    return {
      problems,
      standings: standingOf(form, problems, contents),
      hints: hintsOf(form, contents, catalogue, today),
      costFen: monthlyCostFen(contents, catalogue),
    };
  }, [form, catalogue, contents, today]);
  const shown = strict ? checked.problems : checked.problems.filter((problem) => !isMissing(problem));
  return { ...checked, shown, today, strict, showMissing: () => setStrict(true) };
};
