import { Progress } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import type { AttachmentView, MaterialView } from '#shared/contracts/attachments.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { Notice } from '../notice.tsx';
import { FieldProblems } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import { mostBytes, type UploadStage } from './send-file.ts';
import { useUpload } from './use-attachments.ts';

interface MaterialFilesProps {
  readonly caseId: string;
  readonly material: MaterialView;
  readonly files: readonly AttachmentView[];
  readonly editable: boolean;
}

const stageWords: Readonly<Record<UploadStage['at'], string>> = {
  reading: '正在读取文件…',
  sending: '正在上传…',
  checking: '已上传，系统正在核对内容…',
};

const stateOf = ({ given, required }: MaterialView): string => {
  if (given) return '已提供';
  return required ? '必须上传，尚缺' : '选填';
};

const acceptOf = ({ accepts }: MaterialView): string =>
  accepts.flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`])).join(',');

const Uploading = ({ stage }: { readonly stage: UploadStage }) => (
  <div role="status">
    <span className="small">{stageWords[stage.at]}</span>
    {stage.at === 'sending' && <Progress percent={stage.percent} size="small" aria-label="上传进度" />}
  </div>
);

const UploadProblem = ({ error }: { readonly error: Error }) => (
  <>
    <ProblemPanel error={error} />
    {error instanceof ProblemError && error.problem.errors.length > 0 && (
      <FieldProblems problems={error.problem.errors} />
    )}
  </>
);

/** One material: what it is, whether it is still missing, its files, and the way to add one. */
export const MaterialFiles = ({ caseId, material, files, editable }: MaterialFilesProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const { upload, stage } = useUpload(caseId, material.id);
  const [tooLarge, setTooLarge] = useState(false);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    setTooLarge(file.size > mostBytes);
    if (file.size <= mostBytes) upload.mutate(file);
    // Emptied, so that the same file can be chosen again after it was mended.
    target.value = '';
  };
  const missing = material.required && !material.given;
  return (
    <li className={missing ? 'material material-missing' : 'material'}>
      <div className="material-head">
        <strong>{material.title}</strong>
        <span className={missing ? 'material-state' : 'quiet small'}>{stateOf(material)}</span>
        <ClauseChip clause={material.clause} />
      </div>
      {editable && (
        <p className="quiet small">
          {material.help}（{material.accepts.join('、').toUpperCase()}，不超过 20 MB）
        </p>
      )}
      {files.length > 0 && (
        <ul className="attachment-list">
          {files.map((file) => (
            <AttachmentRow key={file.attachmentId} caseId={caseId} file={file} editable={editable} />
          ))}
        </ul>
      )}
      {editable && (
        <>
          <input
            ref={picker}
            type="file"
            accept={acceptOf(material)}
            hidden
            aria-label={`选择文件：${material.title}`}
            onChange={take}
          />
          <Button
            size="small"
            loading={upload.isPending}
            aria-label={`上传${material.title}`}
            onClick={() => picker.current?.click()}
          >
            {files.length > 0 ? '再传一个' : '上传文件'}
          </Button>
        </>
      )}
      {stage && <Uploading stage={stage} />}
      {tooLarge && <Notice type="warning" title="文件超过 20 MB，请压缩或拆分后再上传。" />}
      {upload.error && <UploadProblem error={upload.error} />}
    </li>
  );
};
