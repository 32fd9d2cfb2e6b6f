import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSignedIn } from '../auth/signed-in.ts';
import { callOperation } from './call-operation.ts';
import { ProblemError } from './problem-error.ts';
import type { ShownProblem } from './read-problem.ts';

export interface SectionToSave {
  readonly section: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** The version that the person saw; 0 when it was never saved. */
  readonly version: number;
}

/** How far saving has come, and what was refused on the way, by section. */
export interface SavingOutcome {
  readonly saved: number;
  readonly total: number;
  readonly refused: ReadonlyMap<string, ShownProblem>;
}

const nothing: SavingOutcome = { saved: 0, total: 0, refused: new Map() };

/** Saves sections one after the other; a refused one does not keep the others from being saved. */
export const useSaveSections = (caseId: string) => {
  const { caller } = useSignedIn();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState(nothing);
  const saving = useMutation({
    mutationFn: async (sections: readonly SectionToSave[]) => {
      let { saved } = nothing;
      const refused = new Map<string, ShownProblem>();
      const tell = () => setOutcome({ saved, total: sections.length, refused: new Map(refused) });
      tell();
      for (const { section, content, version } of sections) {
        try {
          await callOperation('saveSection', caller, { params: { caseId, section }, body: content, version });
          saved += 1;
        } catch (error) {
          if (!(error instanceof ProblemError) || [0, 401].includes(error.problem.status)) throw error;
          refused.set(section, error.problem);
        }
        tell();
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [caller.membership, 'case', caseId] }),
  });
  return { saving, outcome };
};
