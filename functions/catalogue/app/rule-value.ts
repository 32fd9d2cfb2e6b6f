import type { RuleValue } from '#shared/contracts/rules.ts';
import type { Cited } from '#shared/regulation/cited.ts';
import { settableWords } from './rule-words.ts';

/** None where the texts of a city don't have it. */
export const ruleValue = <T>(
  id: string,
  group: string,
  title: string,
  cited: Cited<T> | undefined,
  words: (value: T) => string,
): readonly RuleValue[] =>
  cited === undefined
    ? []
    : [
        {
          id,
          group,
          title,
          value: words(cited.value),
          clause: cited.clause,
          source: cited.source,
          settable: settableWords(cited),
        },
      ];
