import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { CatalogueRules } from '#shared/regulation/profile.ts';
import type { CatalogueState, Draft, Released } from './catalogue-state.ts';

/** A version is named after its city and first day; a second one of the same day is numbered. */
const labelOf = ({ city, released }: CatalogueState, effectiveFrom: string): string => {
  const plain = `${city}-${effectiveFrom}`;
  const last = released.at(-1);
  if (last?.effectiveFrom !== effectiveFrom) return plain;
  const number = last.version === plain ? 1 : Number(last.version.slice(plain.length + 1));
  return `${plain}-${number + 1}`;
};

/** Four eyes: whoever wrote on the draft does not release it. Answers the version that it becomes. */
export const releaseDraft = (
  state: CatalogueState,
  person: string,
  rules: CatalogueRules,
  problems: readonly FieldRefusal[],
): Result<{ readonly draft: Draft; readonly released: Omit<Released, 'buckets'> }, Refusal> => {
  const { draft } = state;
  if (!draft) return refuse({ code: 'not-found', detail: '目前没有目录草案，请起草人保存草案后再办。' });
  if (draft.editors.includes(person))
    return refuse({
      code: 'own-matter',
      detail: `您参与了这份草案的起草，须由另一人${rules.releaseVerb}。`,
    });
  if (problems.length > 0)
    return refuse({
      code: 'catalogue-invalid',
      detail: `草案现在不能${rules.releaseVerb}，请起草人按下列提示修改。`,
      errors: problems,
    });
  const ordinal = (state.released.at(-1)?.ordinal ?? 0) + 1;
  return accept({
    draft,
    released: {
      version: labelOf(state, draft.effectiveFrom),
      ordinal,
      // Another draft under the same label lays its rows elsewhere.
      content: `${ordinal}.${state.version}`,
      effectiveFrom: draft.effectiveFrom,
      filed: rules.filing === undefined,
    },
  });
};
