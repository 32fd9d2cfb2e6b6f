import { Input, Radio } from 'antd';
import { useId } from 'react';
import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { TableFrame } from '../table-frame.tsx';
import { type DraftRange, emptyRange, type NoticeDraft } from './notice-draft.ts';
import { RangeRow } from './range-row.tsx';
import { ReadNoticeFile } from './read-notice-file.tsx';

interface NoticeFormProps {
  readonly draft: NoticeDraft;
  readonly kinds: readonly NoticeBody['kind'][];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (draft: NoticeDraft) => void;
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

const TextField = ({ label, onChange, ...input }: TextFieldProps) => {
  const id = useId();
  return (
    <div className="notice-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Input id={id} {...input} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
};

const Ranges = ({ draft, problems, onChange, closuresOnly }: NoticeFormProps & { closuresOnly: boolean }) => {
  const put = (ranges: readonly DraftRange[]) => onChange({ ...draft, ranges });
  return (
    <>
      <TableFrame label="放假和调休的日期">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">开始</th>
              <th scope="col">结束</th>
              <th scope="col">安排</th>
              <th scope="col">事由</th>
              <th scope="col">
                <span className="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.ranges.map((range, index) => (
              <RangeRow
                key={range.key}
                range={range}
                place={index + 1}
                closuresOnly={closuresOnly}
                problem={problems.find(({ pointer }) => pointer.startsWith(`/ranges/${index}/`))?.message}
                onChange={(changed) =>
                  put(draft.ranges.map((other) => (other.key === changed.key ? changed : other)))
                }
                onRemove={() => put(draft.ranges.filter(({ key }) => key !== range.key))}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="notice-tools">
        <Button onClick={() => put([...draft.ranges, emptyRange()])}>
          增加一段{closuresOnly ? '' : '“休”'}
        </Button>
        {!closuresOnly && (
          <Button onClick={() => put([...draft.ranges, emptyRange('workday')])}>增加一段“班”</Button>
        )}
      </div>
    </>
  );
};

/** 放假安排 as a notice says it: what it is called, and which days it makes free or worked. */
export const NoticeForm = (props: NoticeFormProps) => {
  const { draft, kinds, onChange } = props;
  const closuresOnly = !kinds.includes('national');
  return (
    <>
      {!closuresOnly && (
        <Radio.Group
          aria-label="通知的范围"
          value={draft.kind}
          onChange={({ target }) => onChange({ ...draft, kind: target.value as NoticeBody['kind'] })}
          options={[
            { value: 'national', label: '国务院办公厅的安排（全国）' },
            { value: 'local', label: '本市的安排' },
          ]}
        />
      )}
      <div className="notice-fields">
        <TextField
          label="通知名称"
          value={draft.title}
          maxLength={100}
          placeholder={closuresOnly ? '如：关于防汛停办的通知' : '如：关于2027年部分节假日安排的通知'}
          onChange={(title) => onChange({ ...draft, title })}
        />
        <TextField
          label="文号（可不填）"
          value={draft.number}
          maxLength={60}
          placeholder="如：国办发明电〔2026〕7号"
          onChange={(number) => onChange({ ...draft, number })}
        />
        <TextField
          label="发文日期"
          placeholder="如：2026-11-05"
          maxLength={10}
          value={draft.issuedOn}
          onChange={(issuedOn) => onChange({ ...draft, issuedOn })}
        />
      </div>
      <Ranges {...props} closuresOnly={closuresOnly} />
      <ReadNoticeFile kinds={kinds} onTake={onChange} />
    </>
  );
};
