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

/** As the order's tables show it: place of the line and of the resource, e.g. `1-2`. */
const shortId = (unitId: string): string => unitId.slice(unitId.indexOf('-') + 1);

/** One line a resource: id, instance, addresses; as it comes out of a cloud's console or a spreadsheet. */
const readLines = (
  text: string,
  known: readonly string[],
): { readonly drafts: ReadonlyMap<string, Draft>; readonly strange: readonly string[] } => {
  const drafts = new Map<string, Draft>();
  const strange: string[] = [];
  for (const row of text.split('\n').filter((line) => line.trim() !== '')) {
    const [id = '', instanceId = '', ...rest] = row.trim().split(/[\s,，]+/);
    const unitId = known.find((one) => one === id || shortId(one) === id);
    if (unitId === undefined || instanceId === '') strange.push(row.trim());
    else drafts.set(unitId, { ...empty, instanceId, addresses: rest.join(' ') });
  }
  return { drafts, strange };
};

const strangeShown = 3;

const mostRows = 20;

/** 回报开通结果: row by row, or pasted from a table where there are many. */
export const ReportForm = ({ work, onRefresh }: ReportFormProps) => {
  const waiting = work.units.filter(({ state }) => state === 'ordered' || state === 'failed');
  const known = waiting.map(({ unitId }) => unitId);
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
  const { strange } = readLines(pasted, known);
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
          setDrafts(new Map([...drafts, ...readLines(text, known).drafts]));
        }}
        maxLength={100_000}
        rows={4}
        hint={`待回报 ${waiting.length} 个，已填 ${opened.length + failed.length} 个。可以先回报一部分。`}
      />
      {strange.length > 0 && (
        <p className="field-problem" role="status">
          有 {strange.length} 行没有认出：{strange.slice(0, strangeShown).join('；')}
          {strange.length > strangeShown && '等'}。每行须以下列资源编号开头（如 {shortId(known[0] ?? '1-1')}
          ），后面是实例编号。
        </p>
      )}
      <ul className="lifecycle-steps">
        {waiting.slice(0, mostRows).map(({ unitId }) => {
          const draft = draftOf(unitId);
          return (
            <li key={unitId}>
              <strong>{shortId(unitId)}</strong>
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
