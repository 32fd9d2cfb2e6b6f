import { type ChangeEvent, useRef, useState } from 'react';
import type { FormSection } from '#shared/contracts/forms.ts';
import { Button } from '../button.tsx';
import { type ApplicationFile, readApplicationFile, writeApplicationFile } from '../form/application-file.ts';
import { Notice } from '../notice.tsx';
import { saveFile } from '../save-file.ts';

interface DraftFileProps {
  readonly systemName: string;
  readonly sections: readonly FormSection[];
  readonly contents: ApplicationFile;
  readonly onTake: (file: ApplicationFile) => void;
}

/** 导入申请文件 and 下载申请文件. */
export const DraftFile = ({ systemName, sections, contents, onTake }: DraftFileProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target;
    const [file] = input.files ?? [];
    if (!file) return;
    const read = readApplicationFile(sections, await file.text());
    // Emptied, so that the same file can be chosen again after it was mended.
    input.value = '';
    setFault(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') onTake(read.contents);
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
        <Button onClick={() => picker.current?.click()}>导入申请文件</Button>
        <Button
          onClick={() =>
            saveFile(
              `${systemName}-申请文件.json`,
              new Blob([writeApplicationFile(systemName, contents)], { type: 'application/json' }),
            )
          }
        >
          下载申请文件
        </Button>
      </div>
      {fault !== undefined && <Notice type="warning" title={fault} />}
    </>
  );
};
