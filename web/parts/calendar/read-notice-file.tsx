import { Input } from 'antd';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { type NoticeDraft, readNotice } from './notice-draft.ts';

interface ReadNoticeFileProps {
  readonly kinds: readonly NoticeBody['kind'][];
  readonly onTake: (draft: NoticeDraft) => void;
}

/** A whole notice from a JSON file or from pasted text, for those who were given one. */
export const ReadNoticeFile = ({ kinds, onTake }: ReadNoticeFileProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const textId = useId();
  const take = (given: string) => {
    const draft = readNotice(given, kinds);
    setRefused(draft === undefined);
    if (draft) onTake(draft);
  };
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const given = await target.files?.[0]?.text();
    // Emptied, so that the same file can be chosen again after it was mended.
    target.value = '';
    if (given !== undefined) take(given);
  };
  return (
    <details className="notice-file">
      <summary>从文件或文本导入（JSON）</summary>
      <label className="field-label" htmlFor={textId}>
        粘贴通知内容
      </label>
      <Input.TextArea
        id={textId}
        rows={5}
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={'{"kind":"national","title":"…","number":"…","issuedOn":"2026-11-05","ranges":[…]}'}
      />
      <div className="notice-tools">
        <Button disabled={text.trim() === ''} onClick={() => take(text)}>
          导入文本
        </Button>
        <Button onClick={() => picker.current?.click()}>选择文件…</Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="选择放假安排文件"
          onChange={(event) => void pick(event)}
        />
      </div>
      {refused && (
        <Notice
          type="warning"
          title="不是可以导入的放假安排"
          description="请核对格式：名称、发文日期、每段的开始和结束日期、休或班、事由；县级只能导入本地停办日。"
        />
      )}
    </details>
  );
};
