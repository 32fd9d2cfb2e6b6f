import { Checkbox, Progress } from 'antd';
import { useState } from 'react';
import type { ExportList, ExportView } from '#shared/contracts/exports.ts';
import { formatSize } from '#shared/contracts/format-size.ts';
import { useExportLinks, useExports, useTenantCommand } from '../../api/tenants.ts';
import { CommandProblem } from '../../parts/admin/command-problem.tsx';
import { NodeChoice, useChosenNode } from '../../parts/admin/node-choice.tsx';
import { Button } from '../../parts/button.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

const stateWords = { building: '正在生成', done: '可下载', expired: '已过期' } as const;

const Volumes = ({ item, node }: { readonly item: ExportView; readonly node: string }) => {
  const links = useExportLinks();
  const { exportId } = item;
  return (
    <>
      <ul className="ruled-list">
        {item.volumes.map(({ name, size, sha256 }, index) => {
          const url = links.data?.volumes.find((one) => one.name === name)?.url;
          return (
            <li key={name}>
              {url === undefined ? `第 ${index + 1} 卷` : <a href={url}>下载第 {index + 1} 卷</a>}（
              {formatSize(size)}）<br />
              <span className="quiet small digest">SHA-256 {sha256}</span>
            </li>
          );
        })}
      </ul>
      {links.data ? (
        <p className="quiet small" role="status">
          下载地址 {formatInstant(links.data.expiresAt)} 前有效。
        </p>
      ) : (
        <Button loading={links.isPending} onClick={() => links.mutate({ node, exportId })}>
          取下载地址
        </Button>
      )}
      <CommandProblem error={links.error} />
    </>
  );
};

const ExportCard = ({ item, node }: { readonly item: ExportView; readonly node: string }) => {
  const percent = item.total ? Math.floor((item.cases / item.total) * 100) : 0;
  return (
    <li className="grant">
      <div className="grant-head">
        <h2>{formatInstant(item.requestedAt)}</h2>
        <span className={`status ${item.state === 'expired' ? 'status-off' : 'status-now'}`}>
          {stateWords[item.state]}
        </span>
      </div>
      <p className="quiet">
        {item.requestedBy}申请，{item.personal ? '含个人信息和附件原件' : '个人信息已隐去，附件只列摘要'}；
        {item.state === 'building' ? `已整理 ${item.cases} 件` : `${item.cases} 件办件`}
        {item.state === 'building' && item.total !== undefined && `，共 ${item.total} 件`}
      </p>
      {item.state === 'building' && <Progress percent={percent} aria-label="导出进度" />}
      {item.state === 'done' && <Volumes item={item} node={node} />}
    </li>
  );
};

const Start = ({ list, node }: { readonly list: ExportList; readonly node: string }) => {
  const [personal, setPersonal] = useState(false);
  const start = useTenantCommand('startExport');
  return (
    <section className="panel" aria-label="申请导出">
      {list.mayAskPersonal && (
        <p>
          <Checkbox checked={personal} onChange={({ target }) => setPersonal(target.checked)}>
            含个人信息和附件原件
          </Checkbox>
        </p>
      )}
      <Button
        type="primary"
        disabled={!list.mayStart}
        loading={start.isPending}
        onClick={() => start.mutate({ body: { node, personal } })}
      >
        申请整体导出
      </Button>
      {!list.mayStart && <span className="quiet small"> 上一次导出完成后可以再申请。</span>}
      <CommandProblem error={start.error} />
    </section>
  );
};

const NodeExports = ({ node }: { readonly node: string }) => {
  const exports = useExports(node);
  if (exports.isPending) return <PageSkeleton />;
  if (!exports.data) return <ProblemPanel error={exports.error} onRetry={exports.refetch} />;
  return (
    <>
      <Start list={exports.data} node={node} />
      {exports.data.items.length === 0 && <p className="quiet">还没有导出过。</p>}
      <ul className="plain-list">
        {exports.data.items.map((item) => (
          <ExportCard key={item.exportId} item={item} node={node} />
        ))}
      </ul>
    </>
  );
};

/** 整体导出: everything that a tenant has, as an archive that can be verified offline. */
export const ExportsPage = () => {
  const node = useChosenNode();
  return (
    <>
      <title>整体导出 · 云网通</title>
      <div className="page-head">
        <h1>整体导出</h1>
      </div>
      <p className="quiet">
        导出全部办件和办后事项、各轮材料、留痕和附件，保留一天，可离线核验是否完整、有无改动。每次申请都记入管理留痕；
        含个人信息的，只能由本级自己的系统管理员申请。
      </p>
      <NodeChoice />
      <NodeExports key={node} node={node} />
    </>
  );
};
