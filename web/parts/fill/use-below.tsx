import { type ReactNode, useMemo } from 'react';
import { textAt } from '#shared/regulation/application/application-form.ts';
import { formatMoney } from '../format-money.ts';
import { NameDifference } from './name-difference.tsx';
import type { Draft } from './use-draft.ts';

type Below = Readonly<Record<string, Readonly<Record<string, ReactNode>>>>;

/** What stands below single fields, by section and field: the names compared, the running cost. */
export const useBelow = ({ contents, setField }: Draft, costFen: number): Below => {
  const reportName = textAt(contents, '/report/systemName');
  const planName = textAt(contents, '/plan/systemName');
  const plan = useMemo(
    () => ({
      systemName: (
        <NameDifference
          reportName={reportName}
          planName={planName}
          onTakeOver={() => setField('plan', 'systemName', reportName)}
        />
      ),
    }),
    [reportName, planName, setField],
  );
  const resources = useMemo(
    () => ({
      lines: (
        <p className="table-total">
          每月费用合计 <strong>{formatMoney(costFen)}</strong>
        </p>
      ),
    }),
    [costFen],
  );
  return { plan, resources };
};
