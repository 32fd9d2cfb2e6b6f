import { useState } from 'react';
import type { Answer } from '../../api/call-operation.ts';
import { useLetterText, useLifecycleCommand } from '../../api/lifecycle.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TextField } from '../../parts/text-field.tsx';

const Editor = ({ inForce }: { readonly inForce: Answer<'getLetterText'> }) => {
  const [title, setTitle] = useState(inForce.title ?? '信息安全责任书');
  const [text, setText] = useState(inForce.text ?? '');
  const save = useLifecycleCommand('saveLetterText');
  const unchanged = title === inForce.title && text === inForce.text;
  return (
    <section className="panel" aria-label="责任书文本">
      <p>
        请按印发的附件录入全文。保存即成为新版本，旧版本和已有的签订记录都不改变；各部门在下次签订时使用新版本。
      </p>
      <TextField label="标题" value={title} onChange={setTitle} maxLength={60} />
      <TextField label="全文" value={text} onChange={setText} maxLength={20_000} rows={16} />
      {save.isSuccess && unchanged && <Notice type="success" title={`已保存为第 ${inForce.version} 版`} />}
      {save.error && (
        <>
          <ProblemPanel error={save.error} />
          <ProblemList error={save.error} />
        </>
      )}
      <Button
        type="primary"
        disabled={unchanged || title.trim() === '' || text.trim() === ''}
        loading={save.isPending}
        onClick={() => save.mutate({ version: inForce.version, body: { title, text } })}
      >
        保存为第 {inForce.version + 1} 版
      </Button>
    </section>
  );
};

/** 责任书文本, put in by the city's administrator. */
export const LetterTextPage = () => {
  const text = useLetterText();
  if (text.isPending) return <PageSkeleton />;
  if (!text.data) return <ProblemPanel error={text.error} onRetry={text.refetch} />;
  return (
    <>
      <title>责任书文本 · 云网通</title>
      <h2>责任书文本{text.data.version > 0 && ` · 现行第 ${text.data.version} 版`}</h2>
      <Editor inForce={text.data} />
    </>
  );
};
