import type { OrderView } from '#shared/contracts/provisioning.ts';
import { Button } from '../button.tsx';
import { formatDate, formatInstant } from '../format-time.ts';
import { TableFrame } from '../table-frame.tsx';

type Batch = OrderView['batches'][number];
type Unit = Batch['units'][number];
type ListedLine = Pick<OrderView['lines'][number], 'lineNo' | 'name' | 'unit' | 'changes'>;

/** 开通 of new resources, 变更 of those in use. */
const verbOf = (line: ListedLine | undefined): string => (line?.changes ? '变更' : '开通');

const unitWords = (state: Unit['state'], verb: string): string =>
  ({
    ordered: `待${verb}`,
    opened: `已${verb}`,
    failed: `${verb}失败`,
    releasing: '退回中',
    released: '已退回',
  })[state];

/** 一批的资源 with instance, addresses and what went wrong. */
export const UnitTable = ({
  units,
  lines,
}: {
  readonly units: readonly Unit[];
  readonly lines: readonly ListedLine[];
}) => (
  <TableFrame label="资源">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">资源编号</th>
          <th scope="col">产品规格</th>
          <th scope="col" className="number">
            数量
          </th>
          <th scope="col">状态</th>
          <th scope="col">实例</th>
          <th scope="col">地址</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const line = lines.find(({ lineNo }) => lineNo === unit.lineNo);
          return (
            <tr key={unit.unitId}>
              <td data-label="资源编号">{unit.unitId.slice(unit.unitId.indexOf('-') + 1)}</td>
              <td data-label="产品规格">
                <span>
                  {line?.name}
                  {line?.changes && <div className="quiet small">原为 {line.changes.name}</div>}
                </span>
              </td>
              <td data-label="数量" className="number">
                {unit.quantity} {line?.unit}
              </td>
              <td data-label="状态" className={unit.state === 'failed' ? 'lifecycle-failed' : ''}>
                {unitWords(unit.state, verbOf(line))}
                {unit.failure !== undefined && `：${unit.failure}`}
              </td>
              <td data-label="实例">{unit.instanceId}</td>
              <td data-label="地址">{unit.addresses?.join('、')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </TableFrame>
);

interface BatchListProps {
  readonly order: OrderView;
  readonly onRelease: (batch: number) => void;
  readonly onCollect: (batch: number) => void;
}

const credentialWords: Readonly<Record<Batch['credentials'], string>> = {
  none: '未交付',
  waiting: '待领取',
  collected: '已领取',
};

/** The newest first. */
const receiptsOf = ({ receipt, earlierReceipts = [] }: Batch) => [
  ...(receipt ? [receipt] : []),
  ...[...earlierReceipts].reverse(),
];

const BatchFacts = ({ batch, verb }: { readonly batch: Batch; readonly verb: string }) => (
  <dl className="lifecycle-facts">
    <div>
      <dt>安排</dt>
      <dd>
        {formatInstant(batch.plannedAt)}
        {batch.plannedBy ? ` · ${batch.plannedBy.name}` : ' · 审核通过后直接下达'}
      </dd>
    </div>
    {batch.reason !== undefined && (
      <div>
        <dt>一批开通的理由</dt>
        <dd>{batch.reason}</dd>
      </div>
    )}
    {batch.usage && (
      <div>
        <dt>{batch.usage.seen ? '上一批使用情况' : '不等使用情况的理由'}</dt>
        <dd>{batch.usage.note}</dd>
      </div>
    )}
    <div>
      <dt>{verb}</dt>
      <dd>{batch.openedAt === undefined ? `未全部${verb}` : formatInstant(batch.openedAt)}</dd>
    </div>
    <div>
      <dt>计费起始</dt>
      <dd>{batch.billedFrom === undefined ? '未开始计费' : formatDate(batch.billedFrom)}</dd>
    </div>
    {batch.releases?.map(({ at, units, reason }) => (
      <div key={at}>
        <dt>退回 {units} 个</dt>
        <dd>
          {formatInstant(at)} {reason}
        </dd>
      </div>
    ))}
    {verb === '开通' && (
      <div>
        <dt>登录凭据</dt>
        <dd>{credentialWords[batch.credentials]}</dd>
      </div>
    )}
    {receiptsOf(batch).map(({ at, by, digest }, index) => (
      <div key={digest}>
        <dt>领取回执{index === 0 ? '' : '（此前）'}</dt>
        <dd>
          {formatInstant(at)} {by?.name} <span className="quiet small">{digest.slice(0, 16)}…</span>
        </dd>
      </div>
    ))}
  </dl>
);

/** 批次, the newest first, each with its resources folded. */
export const BatchList = ({ order, onRelease, onCollect }: BatchListProps) => (
  <section className="panel" aria-label="批次">
    <h2>批次</h2>
    {order.batches.length === 0 && <p className="quiet">还没有安排开通批次。</p>}
    {[...order.batches].reverse().map((batch) => {
      const verb = verbOf(order.lines.find(({ lineNo }) => lineNo === batch.units[0]?.lineNo));
      const failed = batch.units.filter(({ state }) => state === 'failed').length;
      const opened = batch.units.filter(({ state }) => state === 'opened').length;
      return (
        <div key={batch.no} className="lifecycle-batch">
          <h3>
            第 {batch.no} 批 · 已{verb} {opened} / {batch.units.length} 个
            {failed > 0 && (
              <span className="lifecycle-failed">
                {' '}
                · {failed} 个{verb}失败
              </span>
            )}
          </h3>
          <BatchFacts batch={batch} verb={verb} />
          <details>
            <summary>查看 {batch.units.length} 个资源</summary>
            <UnitTable units={batch.units} lines={order.lines} />
          </details>
          <div className="lifecycle-tools">
            {failed > 0 && order.may.includes('releaseUnits') && (
              <Button onClick={() => onRelease(batch.no)}>退回{verb}失败的资源</Button>
            )}
            {batch.credentials === 'waiting' && order.may.includes('collectCredentials') && (
              <Button type="primary" onClick={() => onCollect(batch.no)}>
                领取登录凭据
              </Button>
            )}
          </div>
        </div>
      );
    })}
  </section>
);
