import { useState } from 'react';
import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { callOperation } from '../../api/call-operation.ts';
import type { CaseFilter } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { Button } from '../button.tsx';
import { dateOf } from '../format-time.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { saveFile } from '../save-file.ts';
import { caseSheet } from './case-sheet.ts';
import type { CaseColumn } from './columns.tsx';

interface ExportButtonProps {
  readonly filter: CaseFilter;
  readonly columns: readonly CaseColumn[];
}

const pageLimit = '100';

/** Excel out of every row behind the filter, not of the shown ones only; counts while it reads. */
export const ExportButton = ({ filter, columns }: ExportButtonProps) => {
  const { caller } = useSignedIn();
  const [read, setRead] = useState<number>();
  const [error, setError] = useState<Error>();

  const readAll = async (): Promise<readonly ListedCase[]> => {
    const cases: ListedCase[] = [];
    let cursor: string | undefined;
    do {
      const page = await callOperation('listCases', caller, {
        query: { ...filter, limit: pageLimit, cursor },
      });
      cases.push(...page.items);
      setRead(cases.length);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return cases;
  };
  const send = async () => {
    setError(undefined);
    setRead(0);
    try {
      const [cases, { writeValues }] = await Promise.all([readAll(), import('../fill/workbook.ts')]);
      saveFile(`办件-${dateOf(new Date())}.xlsx`, await writeValues('办件', caseSheet(columns, cases)));
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setRead(undefined);
    }
  };
  return (
    <>
      <Button loading={read !== undefined} onClick={() => void send()}>
        {read === undefined ? '导出 Excel' : `已读取 ${read} 件…`}
      </Button>
      {error && <ProblemPanel error={error} onRetry={send} />}
    </>
  );
};
