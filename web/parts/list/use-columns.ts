import { useState } from 'react';
import { caseColumns, usualColumns } from './columns.tsx';

const place = 'yunwangtong.case-columns';

const kept = (): readonly string[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return Array.isArray(stored) ? stored.map(String) : usualColumns;
  } catch {
    // Storage is off, or holds something else: the usual columns do.
    return usualColumns;
  }
};

/** The columns that the person chose, kept in this browser; the first always shows. */
export const useColumns = () => {
  const [chosen, setChosen] = useState(kept);
  const choose = (ids: readonly string[]) => {
    setChosen(ids);
    try {
      localStorage.setItem(place, JSON.stringify(ids));
    } catch {
      // Not kept then; the choice still holds for this visit.
    }
  };
  return {
    columns: caseColumns.filter(({ id }, index) => index === 0 || chosen.includes(id)),
    choose,
  };
};
