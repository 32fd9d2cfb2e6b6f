import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { MessageTextView } from '#shared/contracts/messages.ts';
import { usePreview, useSaveText } from '../../api/message-texts.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { type TagView, TextTags } from './text-tags.tsx';

interface TextDialogProps {
  readonly of: MessageTextView;
  readonly version: number;
  readonly tags: readonly TagView[];
  readonly onClose: () => void;
}

const longest = { title: 60, text: 500 } as const;

/** What an error says of one field. */
const problemsAt = (error: Error | null, pointer: string): readonly string[] =>
  error instanceof ProblemError
    ? error.problem.errors.filter((problem) => problem.pointer === pointer).map(({ message }) => message)
    : [];

const FieldProblem = ({ id, messages }: { readonly id: string; readonly messages: readonly string[] }) => (
  <div id={id} className="field-problem" role="alert">
    {messages.map((message) => (
      <div key={message}>{message}</div>
    ))}
  </div>
);

/** 修改: title and text, what may be filled in, and how it will read. */
export const TextDialog = ({ of, version, tags, onClose }: TextDialogProps) => {
  const [draft, setDraft] = useState(of.ownText ?? of.defaultText);
  const id = useId();
  const save = useSaveText(of.event, version);
  const preview = usePreview(of.event);
  const error = save.error ?? preview.error;
  const unplaced = error && problemsAt(error, '/title').length + problemsAt(error, '/text').length === 0;
  const write = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change });
    save.reset();
    preview.reset();
  };
  return (
    <Modal
      open
      width={640}
      title={`修改消息文字：${of.label}`}
      okText="保存"
      cancelText="取消"
      onOk={() => save.mutate(draft, { onSuccess: onClose })}
      onCancel={onClose}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
    >
      <label className="field-label" htmlFor={`${id}title`}>
        标题
      </label>
      <Input
        id={`${id}title`}
        maxLength={longest.title}
        value={draft.title}
        aria-describedby={`${id}title-problem`}
        onChange={(event) => write({ title: event.target.value })}
      />
      <FieldProblem id={`${id}title-problem`} messages={problemsAt(error, '/title')} />
      <label className="field-label" htmlFor={`${id}text`}>
        正文
      </label>
      <Input.TextArea
        id={`${id}text`}
        rows={5}
        maxLength={longest.text}
        value={draft.text}
        aria-describedby={`${id}text-problem`}
        onChange={(event) => write({ text: event.target.value })}
      />
      <FieldProblem id={`${id}text-problem`} messages={problemsAt(error, '/text')} />
      <p className="quiet small">花括号内的内容在发送时填入：</p>
      <TextTags tags={tags} />
      <Button loading={preview.isPending} onClick={() => preview.mutate(draft)}>
        用示例预览
      </Button>
      {preview.data && (
        <div className="text-sample" role="status">
          <strong>{preview.data.title}</strong>
          {preview.data.text}
        </div>
      )}
      {unplaced && <ProblemPanel error={error} />}
    </Modal>
  );
};
