import type { CaseView } from '#shared/contracts/cases.ts';
import { useCommand } from '../../api/commands.ts';
import { VerbDialog, type VerbProps } from './verb-dialog.tsx';

/** Posts that hold the case now. */
const holdersOf = ({ tasks }: CaseView): string =>
  [...new Set(tasks.filter(({ state }) => state === 'open').map(({ holderLabel }) => holderLabel))].join(
    '、',
  );

/** 催办: asks once more before people are told. */
export const UrgeDialog = (props: VerbProps) => {
  const { view, onClose } = props;
  const urge = useCommand('urgeTasks');
  return (
    <VerbDialog
      {...props}
      title="催办"
      ok="催办"
      command={urge}
      lacking={false}
      outcome={`将给正在办理的${holdersOf(view)}发一条催办消息，每天一次。`}
      onOk={() =>
        urge.mutate(
          { params: { caseId: view.caseId }, version: view.version, body: {} },
          { onSuccess: onClose },
        )
      }
    />
  );
};
