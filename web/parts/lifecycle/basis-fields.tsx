import { TextField } from '../text-field.tsx';

export interface BasisDraft {
  readonly document: string;
  readonly number: string;
}

export const emptyBasis: BasisDraft = { document: '', number: '' };

/** What was written, once both parts of it are there. */
export const writtenBasis = ({ document, number }: BasisDraft): BasisDraft | undefined =>
  document.trim() === '' || number.trim() === ''
    ? undefined
    : { document: document.trim(), number: number.trim() };

/** 依据: a law or policy document and its number. */
export const BasisFields = ({
  value,
  onChange,
}: {
  readonly value: BasisDraft;
  readonly onChange: (value: BasisDraft) => void;
}) => (
  <>
    <TextField
      label="依据的文件名称"
      value={value.document}
      onChange={(document) => onChange({ ...value, document })}
      maxLength={150}
      hint="法律法规或者政策文件的全称。"
    />
    <TextField
      label="文号或者条款"
      value={value.number}
      onChange={(number) => onChange({ ...value, number })}
      maxLength={80}
    />
  </>
);
