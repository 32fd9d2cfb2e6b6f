import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import type { CaseView } from '#shared/contracts/cases.ts';
import { type ApplicationFile, readApplicationFile, writeApplicationFile } from '../form/application-file.ts';
import { Notice } from '../notice.tsx';

interface DraftFileProps {
  readonly view: CaseView;
  readonly busy: boolean;
  readonly onTake: (file: ApplicationFile) => void;
}

const download = (view: CaseView): void => {
  const address = URL.createObjectURL(new Blob([writeApplicationFile(view)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${view.systemName}-申请文件.json`;
  link.click();
  URL.revokeObjectURL(address);
};

/** 导入申请文件 and 下载申请文件. */
export const DraftFile = ({ view, busy, onTake }: DraftFileProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const [file] = input.files ?? [];
    if (!file) return;
    const read = readApplicationFile(await file.text());
    // Emptied, so that the same file can be chosen again after it was mended.
    input.value = '';
    setFault(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') onTake(read);
  };
  return (
    <>
      <div className="draft-actions">
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="选择申请文件"
          onChange={(event) => void take(event)}
        />
        <Button loading={busy} onClick={() => picker.current?.click()}>
          导入申请文件
        </Button>
        <Button onClick={() => download(view)}>下载申请文件</Button>
      </div>
      {fault !== undefined && <Notice type="warning" title={fault} />}
    </>
  );
};
