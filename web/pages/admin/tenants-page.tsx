import { useState } from 'react';
import { Link } from 'react-router';
import type { MatterList, TenantList } from '#shared/contracts/tenants.ts';
import { useTenants } from '../../api/reads.ts';
import { useTenantMatters } from '../../api/tenants.ts';
import { MatterCard } from '../../parts/admin/matter-card.tsx';
import { OpenCountyDialog } from '../../parts/admin/open-county-dialog.tsx';
import { StandingDialog } from '../../parts/admin/standing-dialog.tsx';
import { Button } from '../../parts/button.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

type County = TenantList['items'][number];

interface CountyRowProps {
  readonly county: County;
  readonly onPropose: (() => void) | undefined;
}

const CountyRow = ({ county, onPropose }: CountyRowProps) => (
  <tr>
    <td data-label="名称">
      <strong>{county.name}</strong>
    </td>
    <td data-label="政务云主管部门">{county.authority}</td>
    <td data-label="状态">
      <span>
        <span className={`status ${county.suspendedAt === undefined ? 'status-now' : 'status-off'}`}>
          {county.suspendedAt === undefined ? '使用中' : '已暂停'}
        </span>
        {county.suspendedAt !== undefined && (
          <span className="quiet small"> {formatInstant(county.suspendedAt)}</span>
        )}
      </span>
    </td>
    <td data-label="办理">
      <span className="row-actions">
        <Link to={`/admin/settings?node=${county.id.slice(county.id.indexOf('/') + 1)}`}>材料与时限</Link>
        {onPropose && (
          <Button size="small" onClick={onPropose}>
            {county.suspendedAt === undefined ? '提出暂停' : '提出恢复'}
          </Button>
        )}
      </span>
    </td>
  </tr>
);

const Matters = ({ items }: { readonly items: MatterList['items'] }) => (
  <ul className="plain-list">
    {items.map((matter) => (
      <MatterCard key={matter.matterId} matter={matter} />
    ))}
  </ul>
);

const Counties = ({ list, matters }: { readonly list: TenantList; readonly matters: MatterList }) => {
  const [acting, setActing] = useState<'open' | County>();
  const counties = list.items.filter(({ level }) => level === 'county');
  const waiting = matters.items.filter(({ state }) => state === 'open');
  const close = () => setActing(undefined);
  return (
    <>
      {matters.mayPropose && (
        <div className="admin-tools">
          <Button type="primary" onClick={() => setActing('open')}>
            提出开通县（市、区）
          </Button>
        </div>
      )}
      <Matters items={waiting} />
      <TableFrame label="县（市、区）列表">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">政务云主管部门</th>
              <th scope="col">状态</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {counties.map((county) => (
              <CountyRow
                key={county.id}
                county={county}
                onPropose={matters.mayPropose ? () => setActing(county) : undefined}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <h2 className="admin-section">已办结的开通、暂停和恢复事项</h2>
      {matters.items.length === waiting.length ? (
        <p className="quiet">还没有已办结的事项。系统管理员提出后，由安全管理员在本页上方确认。</p>
      ) : (
        <Matters items={matters.items.filter(({ state }) => state !== 'open')} />
      )}
      {acting === 'open' && <OpenCountyDialog roles={matters.firstRoles} onClose={close} />}
      {typeof acting === 'object' && <StandingDialog county={acting} onClose={close} />}
    </>
  );
};

/** 县（市、区）: which there are, who is their authority, and what two administrators do about them. */
export const TenantsPage = () => {
  const tenants = useTenants();
  const matters = useTenantMatters();
  const error = tenants.error ?? matters.error;
  return (
    <>
      <title>县（市、区） · 云网通</title>
      <div className="page-head">
        <h1>县（市、区）</h1>
      </div>
      <p className="quiet">开通、暂停和恢复由市级系统管理员提出、安全管理员确认后生效，并记入管理留痕。</p>
      {error && <ProblemPanel error={error} onRetry={tenants.error ? tenants.refetch : matters.refetch} />}
      {!error && !(tenants.data && matters.data) && <PageSkeleton />}
      {tenants.data && matters.data && <Counties list={tenants.data} matters={matters.data} />}
    </>
  );
};
