import { Link } from 'react-router';
import { poolWords, zoneWords } from '#shared/contracts/place-words.ts';
import type { ResourceLine, ResourceView } from '#shared/contracts/registry.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { formatDate, formatInstant } from '../format-time.ts';
import { TableFrame } from '../table-frame.tsx';

const Billing = ({ billing }: Pick<ResourceView, 'billing'>) => {
  if (billing.length === 0) return <>未计费</>;
  return (
    <>
      {billing.map(({ from, to, clause }) => (
        <div key={from}>
          {formatDate(from)} 起{to !== undefined && `，至 ${formatDate(to)} 止`}{' '}
          <ClauseChip clause={clause} short />
        </div>
      ))}
    </>
  );
};

/** 规格沿革: what it was, from when, and by which matter. */
const History = ({ specifications, unit }: Pick<ResourceView, 'specifications' | 'unit'>) => (
  <details className="small">
    <summary>变更 {specifications.length - 1} 次</summary>
    <ol className="plain-list">
      {specifications.map(({ from, name, quantity, caseId }) => (
        <li key={`${from} ${caseId}`}>
          {formatInstant(from)} 起 <Link to={`/cases/${caseId}`}>{name}</Link> {quantity} {unit}
        </li>
      ))}
    </ol>
  </details>
);

/** 云资源, each with where it lies, how to reach it and since when it costs. */
export const ResourceList = ({
  items,
  withSystem = false,
}: {
  readonly items: readonly (ResourceView & Partial<Pick<ResourceLine, 'systemName' | 'organisationName'>>)[];
  readonly withSystem?: boolean;
}) => (
  <TableFrame label="云资源" whole={withSystem}>
    <table className="table">
      <thead>
        <tr>
          {withSystem && <th scope="col">信息系统</th>}
          <th scope="col">规格</th>
          <th scope="col">资源池 / 区域</th>
          <th scope="col">实例和地址</th>
          <th scope="col">批次</th>
          <th scope="col">开通</th>
          <th scope="col">计费</th>
        </tr>
      </thead>
      <tbody>
        {items.map((resource) => {
          const [now] = resource.specifications.slice(-1);
          return (
            <tr key={resource.resourceId}>
              {withSystem && (
                <td data-label="信息系统">
                  <span>
                    <Link to={`/registry/${resource.systemId}`}>{resource.systemName}</Link>
                    <div className="quiet small">{resource.organisationName}</div>
                  </span>
                </td>
              )}
              <td data-label="规格">
                <span>
                  {now?.name}
                  <div className="quiet small">
                    {now?.quantity} {resource.unit}
                  </div>
                  {resource.specifications.length > 1 && <History {...resource} />}
                </span>
              </td>
              <td data-label="资源池 / 区域">
                <span>
                  {poolWords(resource.pool)}
                  <div className="quiet small">{zoneWords(resource.zone)}</div>
                </span>
              </td>
              <td data-label="实例和地址">
                <span>
                  {resource.instanceId}
                  <div className="quiet small">{resource.addresses.join('、')}</div>
                </span>
              </td>
              <td data-label="批次">
                <Link to={`/provisioning/${resource.caseId}`}>第 {resource.batch} 批</Link>
              </td>
              <td data-label="开通">
                <span>
                  {formatInstant(resource.openedAt)}
                  {resource.reclaimedAt !== undefined && (
                    <div className="quiet small">{formatInstant(resource.reclaimedAt)} 已回收</div>
                  )}
                </span>
              </td>
              <td data-label="计费">
                <Billing billing={resource.billing} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </TableFrame>
);
