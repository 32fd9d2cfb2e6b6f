import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { AllowedHostView, HostsView } from '#shared/contracts/administration.ts';
import { useOutboundHosts, useSaveHosts } from '../../api/administration.ts';
import { Button } from '../../parts/button.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

interface HostRowProps {
  readonly row: AllowedHostView;
  readonly number: number;
  readonly onChange: (row: AllowedHostView) => void;
  readonly onRemove: () => void;
}

const HostRow = ({ row, number, onChange, onRemove }: HostRowProps) => (
  <div className="host-row">
    <Input
      aria-label={`第 ${number} 个主机`}
      value={row.host}
      maxLength={253}
      placeholder="sms.example.gov.cn"
      onChange={({ target }) => onChange({ ...row, host: target.value.trim().toLowerCase() })}
    />
    <Checkbox
      checked={row.private === true}
      onChange={({ target }) =>
        onChange(target.checked ? { host: row.host, private: true } : { host: row.host })
      }
    >
      在政务外网等内网
    </Checkbox>
    <Button aria-label={`移除第 ${number} 个主机`} onClick={onRemove}>
      移除
    </Button>
  </div>
);

const HostForm = ({ list }: { readonly list: HostsView }) => {
  const [rows, setRows] = useState<readonly AllowedHostView[]>(list.hosts);
  const save = useSaveHosts();
  const submit = () => save.mutate({ version: list.version, body: { hosts: [...rows] } });
  return (
    <>
      {rows.map((row, index) => (
        <HostRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and keep it while typed
          key={index}
          row={row}
          number={index + 1}
          onChange={(changed) => setRows(rows.map((each, at) => (at === index ? changed : each)))}
          onRemove={() => setRows(rows.filter((_, at) => at !== index))}
        />
      ))}
      {rows.length === 0 && <p className="quiet">名单为空时，系统不向任何外部主机发送消息。</p>}
      <div className="grant-foot">
        <Button onClick={() => setRows([...rows, { host: '' }])}>增加主机</Button>
        <Button type="primary" loading={save.isPending} onClick={submit}>
          保存名单
        </Button>
      </div>
      {save.isSuccess && <Notice type="success" title="名单已保存，立即生效，并记入管理留痕" />}
      {save.error && (
        <>
          <ProblemPanel error={save.error} />
          <ProblemList error={save.error} />
        </>
      )}
    </>
  );
};

const HostList = ({ list }: { readonly list: HostsView }) => (
  <ul>
    {list.hosts.map(({ host, private: inside }) => (
      <li key={host}>
        {host}
        {inside === true && <span className="quiet">（内网）</span>}
      </li>
    ))}
    {list.hosts.length === 0 && <li className="quiet">名单为空，系统不向任何外部主机发送消息。</li>}
  </ul>
);

/** 外联名单: the only hosts that this city's messages may go to. */
export const OutboundHostsPage = () => {
  const hosts = useOutboundHosts();
  return (
    <>
      <title>外联名单 · 云网通</title>
      <div className="page-head">
        <h1>外联名单</h1>
      </div>
      <p className="quiet">
        短信、即时消息等网关只能是名单上的主机，一律用 https 访问、不跟随跳转。名单由市级安全管理员更改。
      </p>
      {hosts.isPending && <PageSkeleton />}
      {hosts.error && <ProblemPanel error={hosts.error} onRetry={hosts.refetch} />}
      {hosts.data && (
        <section className="panel" aria-label="允许外联的主机">
          {hosts.data.mayChange ? (
            <HostForm key={hosts.data.version} list={hosts.data} />
          ) : (
            <HostList list={hosts.data} />
          )}
          {hosts.data.changedAt !== undefined && (
            <p className="quiet small">
              最近更改：{hosts.data.changedBy} {formatInstant(hosts.data.changedAt)}
            </p>
          )}
        </section>
      )}
    </>
  );
};
