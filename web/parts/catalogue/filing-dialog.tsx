import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useCatalogueCommand } from '../../api/catalogue.ts';
import { dateOf } from '../format-time.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

interface FilingDialogProps {
  readonly version: string;
  /** Entity tag of the catalogue. */
  readonly tag: number;
  readonly onClose: () => void;
}

/** 登记备案: the number and date that the authority gave. */
export const FilingDialog = ({ version, tag, onClose }: FilingDialogProps) => {
  const [number, setNumber] = useState('');
  const [filedOn, setFiledOn] = useState(dateOf(new Date()));
  const [numberId, dateId] = [useId(), useId()];
  const file = useCatalogueCommand('fileCatalogueVersion');
  const submit = () =>
    file.mutate(
      { params: { version }, version: tag, body: { number: number.trim(), filedOn } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={`登记备案：${version}`}
      okText="登记"
      cancelText="取消"
      onOk={submit}
      onCancel={onClose}
      confirmLoading={file.isPending}
      okButtonProps={{ disabled: number.trim() === '' || filedOn === '' }}
      mask={{ closable: false }}
    >
      <label className="field-label" htmlFor={numberId}>
        备案号或回执号（必填）
      </label>
      <Input
        id={numberId}
        maxLength={60}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <label className="field-label" htmlFor={dateId}>
        备案日期（必填）
      </label>
      <Input id={dateId} type="date" value={filedOn} onChange={(event) => setFiledOn(event.target.value)} />
      {file.error && <ProblemPanel error={file.error} />}
      {file.error && <ProblemList error={file.error} />}
    </Modal>
  );
};
