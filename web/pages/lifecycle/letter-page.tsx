import { Checkbox } from 'antd';
import { useState } from 'react';
import type { LetterView } from '#shared/contracts/responsibility-letter.ts';
import { useLetter, useLifecycleCommand } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { type SmallFile, SmallFileField } from '../../parts/lifecycle/small-file-field.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

const SignPanel = ({
  letter,
  onRefresh,
}: {
  readonly letter: LetterView;
  readonly onRefresh: () => unknown;
}) => {
  const [read, setRead] = useState(false);
  const [scan, setScan] = useState<SmallFile>();
  const sign = useLifecycleCommand('signLetter');
  const { inForce } = letter;
  if (!inForce) return null;
  return (
    <section className="panel" aria-label="签订">
      <h2>签订</h2>
      <p>签订后记录版本、签订人和时间，文本不可更改。已在纸质文本盖章的，可以附上扫描件。</p>
      <p>
        <Checkbox checked={read} onChange={({ target }) => setRead(target.checked)}>
          本人已阅读全文，代表本单位承诺遵守
        </Checkbox>
      </p>
      <SmallFileField label="盖章扫描件" onChange={setScan} />
      {sign.error && (
        <>
          <ProblemPanel
            error={sign.error}
            onRetry={isStale(sign.error) ? onRefresh : undefined}
            retryLabel="刷新"
          />
          <ProblemList error={sign.error} />
        </>
      )}
      <Button
        type="primary"
        disabled={!read}
        loading={sign.isPending}
        onClick={() =>
          sign.mutate({
            version: letter.version,
            body: {
              version: inForce.version,
              digest: inForce.digest,
              ...(scan ? { scan } : {}),
            },
          })
        }
      >
        签订第 {inForce.version} 版
      </Button>
    </section>
  );
};

const Signatures = ({ letter }: { readonly letter: LetterView }) => (
  <section className="panel" aria-label="签订记录">
    <h2>本单位的签订记录</h2>
    {letter.signatures.length === 0 ? (
      <p className="quiet">本单位还没有签订。签订之前不能开通资源。</p>
    ) : (
      <ul className="lifecycle-steps">
        {letter.signatures.map((one) => (
          <li key={one.version}>
            <strong>第 {one.version} 版</strong>
            {formatInstant(one.at)} {one.by?.name}
            {one.scan && `（盖章扫描件：${one.scan.fileName}）`}
            {one.byLink && '（凭办理链接在手机上签订）'}
            <span className="quiet small">文本摘要 {one.digest.slice(0, 16)}…</span>
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** 信息安全责任书: the text in force, and what the department has signed. */
export const LetterPage = () => {
  const letter = useLetter();
  if (letter.isPending) return <PageSkeleton />;
  if (!letter.data) return <ProblemPanel error={letter.error} onRetry={letter.refetch} />;
  const { title, clause, inForce, maySign } = letter.data;
  return (
    <>
      <title>{`${title} · 云网通`}</title>
      <div className="page-head">
        <h1>
          {title} <ClauseChip clause={clause} />
        </h1>
      </div>
      {inForce ? (
        <section className="panel" aria-label="现行文本">
          <h2>
            {inForce.title} · 第 {inForce.version} 版
          </h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <section className="lifecycle-text" aria-label="责任书全文" tabIndex={0}>
            {inForce.text}
          </section>
          <p className="quiet small">文本摘要 {inForce.digest}</p>
        </section>
      ) : (
        <div className="panel">
          <EmptyNote description="本市还没有录入责任书文本，请联系市级系统管理员录入。" />
        </div>
      )}
      {maySign && <SignPanel letter={letter.data} onRefresh={letter.refetch} />}
      <Signatures letter={letter.data} />
    </>
  );
};
