import { Modal } from 'antd';
import { useState } from 'react';
import type { DraftView } from '#shared/contracts/catalogue-versions.ts';
import { useCatalogueCommand } from '../../api/catalogue.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { formatDate } from '../format-time.ts';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

interface ReleasePanelProps {
  readonly view: DraftView;
  readonly draft: NonNullable<DraftView['draft']>;
  readonly onRefresh: () => unknown;
  readonly onReleased: () => void;
}

/** 发布（审定） by somebody who did not write on it; the version can't be changed afterwards. */
export const ReleasePanel = ({ view, draft, onRefresh, onReleased }: ReleasePanelProps) => {
  const [asking, setAsking] = useState(false);
  const release = useCatalogueCommand('releaseCatalogueDraft');
  const verb = view.rules.releaseVerb;
  const submit = () =>
    release.mutate(
      { version: view.version, body: {} },
      { onSuccess: onReleased, onSettled: () => setAsking(false) },
    );
  return (
    <section className="panel" aria-labelledby="release">
      <h2 id="release">
        {verb} <ClauseChip clause={view.rules.releases.clause} />
      </h2>
      {draft.own ? (
        <p>您参与了这份草案的起草，须由另一人{verb}。</p>
      ) : (
        <Button type="primary" onClick={() => setAsking(true)}>
          {verb}目录
        </Button>
      )}
      {release.error && (
        <ProblemPanel
          error={release.error}
          onRetry={isStale(release.error) ? onRefresh : undefined}
          retryLabel="刷新"
        />
      )}
      {release.error && <ProblemList error={release.error} />}
      {asking && (
        <Modal
          open
          title={`${verb}目录`}
          okText={`确认${verb}`}
          cancelText="取消"
          onOk={submit}
          onCancel={() => setAsking(false)}
          confirmLoading={release.isPending}
        >
          <p>
            自 <strong>{formatDate(draft.effectiveFrom)}</strong> 起执行，共 {draft.products.length} 项。
            {verb}后不能再改；已提交的申请保留原来的价格，尚在填写的申请自生效日起按新价格计算。
          </p>
        </Modal>
      )}
    </section>
  );
};
