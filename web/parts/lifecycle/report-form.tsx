import { Input, Radio } from 'antd';
import { useState } from 'react';
import type { WorkView } from '#shared/contracts/work-orders.ts';
import { useLifecycleCommand } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../button.tsx';
import { ProblemList } from '../problem-list.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TextField } from '../text-field.tsx';

interface ReportFormProps {
  readonly work: WorkView;
  readonly onRefresh: () => unknown;
}

interface Draft {
  readonly as: 'opened' | 'failed';
  readonly instanceId: string;
  readonly addresses: string;
  readonly reason: string;
}
const empty: Draft = { as: 'opened', instanceId: '', addresses: '', reason: '' };

const addressesOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((one) => one !== '');

/** One line a resource: id, instance, addresses; as it comes out of a cloud's console or a spreadsheet. */
const readLines = (text: string, known: ReadonlySet<string>): ReadonlyMap<string, Draft> =>
  new Map(
    text
      .split('\n')
      .map((row) =>
        row
          .trim()
          .split(/[\t,，]+|\s{2,}/)
          .map((cell) => cell.trim()),
      )
      .filter(([unitId = '', instanceId = '']) => known.has(unitId) && instanceId !== '')
      .map(([unitId = '', instanceId = '', ...rest]) => [
        unitId,
        { ...empty, instanceId, addresses: rest.join(' ') },
      ]),
  );

const mostRows = 20;

/** 回报开通结果: row by row, or pasted from a table where there are many. */
export const ReportForm = ({ work, onRefresh }: ReportFormProps) => {
  const waiting = work.units.filter(({ state }) => state === 'ordered' || state === 'failed');
  const known = new Set(waiting.map(({ unitId }) => unitId));
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [pasted, setPasted] = useState('');
  const report = useLifecycleCommand('answerWorkOrder');
  const draftOf = (unitId: string): Draft => drafts.get(unitId) ?? empty;
  const change = (unitId: string, more: Partial<Draft>) =>
    setDrafts(new Map(drafts).set(unitId, { ...draftOf(unitId), ...more }));
  const told = waiting.map(({ unitId }) => ({ unitId, ...draftOf(unitId) }));
  const opened = told
    .filter(({ as, instanceId }) => as === 'opened' && instanceId.trim() !== '')
    .map(({ unitId, instanceId, addresses }) => ({
      unitId,
      instanceId: instanceId.trim(),
      addresses: addressesOf(addresses),
    }));
  const failed = told
    .filter(({ as, reason }) => as === 'failed' && reason.trim() !== '')
    .map(({ unitId, reason }) => ({ unitId, reason: reason.trim() }));
  const stale = isStale(report.error);
  const changes = work.kind === 'reconfiguration';
  const verb = changes ? '变更' : '开通';
  return (
    <section className="panel" aria-label={`回报${verb}结果`}>
      <h2>回报{verb}结果</h2>
      <TextField
        label="批量粘贴：每行一个资源，依次为资源编号、实例、IP 地址"
        value={pasted}
        onChange={(text) => {
          setPasted(text);
          setDrafts(new Map([...drafts, ...readLines(text, known)]));
        }}
        maxLength={100_000}
        rows={4}
        hint={`待回报 ${waiting.length} 个，已填 ${opened.length + failed.length} 个。可以先回报一部分。`}
      />
      <ul className="lifecycle-steps">
        {waiting.slice(0, mostRows).map(({ unitId }) => {
          const draft = draftOf(unitId);
          return (
            <li key={unitId}>
              <strong>{unitId}</strong>
              <Radio.Group
                aria-label={`${unitId} 的结果`}
                value={draft.as}
                onChange={({ target }) => change(unitId, { as: target.value as Draft['as'] })}
                options={[
                  { value: 'opened', label: `已${verb}` },
                  { value: 'failed', label: changes ? '变更不了' : '开不通' },
                ]}
              />
              {draft.as === 'opened' ? (
                <>
                  <Input
                    aria-label={`${unitId} 的实例`}
                    placeholder="实例编号"
                    value={draft.instanceId}
                    style={{ width: 220 }}
                    onChange={({ target }) => change(unitId, { instanceId: target.value })}
                  />
                  <Input
                    aria-label={`${unitId} 的地址`}
                    placeholder="IP 地址，多个用空格隔开"
                    value={draft.addresses}
                    style={{ width: 260 }}
                    onChange={({ target }) => change(unitId, { addresses: target.value })}
                  />
                </>
              ) : (
                <Input
                  aria-label={`${unitId} 开不通的原因`}
                  placeholder="开不通的原因"
                  value={draft.reason}
                  style={{ width: 320 }}
                  onChange={({ target }) => change(unitId, { reason: target.value })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {waiting.length > mostRows && (
        <p className="quiet">其余 {waiting.length - mostRows} 个请用批量粘贴回报。</p>
      )}
      {report.error && (
        <>
          <ProblemPanel error={report.error} onRetry={stale ? onRefresh : undefined} retryLabel="刷新" />
          <ProblemList error={report.error} />
        </>
      )}
      <div className="lifecycle-tools">
        <Button
          type="primary"
          disabled={opened.length + failed.length === 0}
          loading={report.isPending}
          onClick={() =>
            report.mutate({
              params: { workId: work.workId },
              version: work.version,
              body: { kind: 'report', opened, failed },
            })
          }
        >
          回报 {opened.length + failed.length} 个
        </Button>
      </div>
    </section>
  );
};
