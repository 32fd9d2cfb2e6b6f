import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useCommand } from '../../api/commands.ts';
import { ProblemError } from '../../api/problem-error.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { SendDialog } from '../case/send-dialog.tsx';
import { UnfiledTag } from '../catalogue/unfiled-tag.tsx';
import { formatMoney } from '../format-money.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { SaveState } from './save-state.tsx';
import type { Draft } from './use-draft.ts';
import '../case/case.css';

interface FillBarProps {
  readonly view: CaseView;
  readonly draft: Draft;
  readonly costFen: number;
  readonly problems: readonly FieldProblem[];
  /** Reads what has still to be attached. */
  readonly missingFiles: () => Promise<readonly FieldProblem[]>;
  /** The person wants to send the form, and these keep it from being sent. */
  readonly onProblems: (problems: readonly FieldProblem[]) => void;
  /** The server found more. */
  readonly onRefused: (problems: readonly FieldProblem[]) => void;
}

const findings = (count: number): string =>
  count > 0 ? `有 ${count} 处需要填写或修改，已在表中标出。` : '没有发现问题。';

/** How it stands and what can be done: always in sight below the form. */
export const FillBar = ({
  view,
  draft,
  costFen,
  problems,
  missingFiles,
  onProblems,
  onRefused,
}: FillBarProps) => {
  const { store, drafts, keep } = draft;
  const navigate = useNavigate();
  const send = useCommand('requestConfirmation');
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<number>();
  const check = async (): Promise<boolean> => {
    const saved = await store.flush();
    const all = [...problems, ...(await missingFiles())];
    setFound(all.length);
    if (all.length > 0) onProblems(all);
    return saved && all.length === 0;
  };
  const submit = async () => {
    setAsking(false);
    try {
      await send.mutateAsync({ params: { caseId: view.caseId }, version: view.version, body: {} });
      await navigate(`/cases/${view.caseId}`);
    } catch (error) {
      if (error instanceof ProblemError && error.problem.errors.length > 0) onRefused(error.problem.errors);
    }
  };
  return (
    <section className="action-bar fill-bar" aria-label="保存和送出">
      {send.error && <ProblemPanel error={send.error} />}
      <span className="action-bar-text" aria-live="polite">
        <SaveState drafts={drafts} onRetry={() => void store.flush()} onKeep={keep} />
        <span className="quiet">　{found !== undefined && findings(found)}</span>
      </span>
      {view.priced && (
        <span className="fill-cost">
          每月费用 <strong>{formatMoney(costFen)}</strong> {view.catalogueUnfiled && <UnfiledTag />}
        </span>
      )}
      <span className="fill-bar-buttons">
        <Button onClick={() => void check()}>检查</Button>
        {view.priced && <Button onClick={() => void navigate(`/cases/${view.caseId}/document`)}>预览</Button>}
        {view.may.includes('requestConfirmation') ? (
          <Button
            type="primary"
            loading={send.isPending}
            onClick={() => void check().then((ready) => ready && setAsking(true))}
          >
            送确认
          </Button>
        ) : (
          <Button type="primary" onClick={() => void navigate(`/cases/${view.caseId}`)}>
            完成修改
          </Button>
        )}
      </span>
      {asking && <SendDialog view={view} onCancel={() => setAsking(false)} onSend={() => void submit()} />}
    </section>
  );
};
