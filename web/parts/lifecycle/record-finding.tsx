import { useState } from 'react';
import { useRectifications } from '../../api/lifecycle.ts';
import { Button } from '../button.tsx';
import { FindingDialog } from './finding-dialog.tsx';

/** 登记问题, for those whose it is; the rules say what may be found. */
export const RecordFinding = ({
  systemId,
  systemName,
}: {
  readonly systemId: string;
  readonly systemName: string;
}) => {
  const list = useRectifications();
  const [open, setOpen] = useState(false);
  const findings = list.data?.pages[0]?.mayRecord ?? [];
  if (findings.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记问题</Button>
      {open && (
        <FindingDialog
          systemId={systemId}
          systemName={systemName}
          findings={findings}
          onClose={() => setOpen(false)}
          onRefresh={list.refetch}
        />
      )}
    </>
  );
};
