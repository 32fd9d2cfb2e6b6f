import { useNavigate } from 'react-router';
import { itemsOf, useTasks } from '../../api/reads.ts';

/** Leads from one of the person's open cases to the next or the one before, in the order of the worklist. */
export const useTaskSteps = (caseId: string): ((by: 1 | -1) => void) => {
  const tasks = useTasks();
  const navigate = useNavigate();
  return (by) => {
    const ids = tasks.data ? itemsOf(tasks.data).map((item) => item.case.caseId) : [];
    const at = ids.indexOf(caseId);
    const next = ids[at < 0 ? 0 : at + by];
    if (next !== undefined && next !== caseId) void navigate(`/cases/${next}`);
  };
};
