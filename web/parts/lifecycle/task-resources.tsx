import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import { TableFrame } from '../table-frame.tsx';

/** 涉及的资源, as they are when it is decided about them. */
export const TaskResources = ({ resources }: Pick<ReclamationView, 'resources'>) => (
  <section className="panel" aria-label="涉及的资源">
    <h2>涉及的资源（{resources.length} 个）</h2>
    <TableFrame label="涉及的资源">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">规格</th>
            <th scope="col">实例</th>
            <th scope="col">地址</th>
            <th scope="col" className="number">
              数量
            </th>
          </tr>
        </thead>
        <tbody>
          {resources.map((one) => (
            <tr key={one.resourceId}>
              <td data-label="规格">
                <span>
                  {one.name}
                  <div className="quiet small">{one.specification}</div>
                </span>
              </td>
              <td data-label="实例">{one.instanceId || '—'}</td>
              <td data-label="地址">{one.addresses.length === 0 ? '—' : one.addresses.join('、')}</td>
              <td data-label="数量" className="number">
                {one.quantity} {one.unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  </section>
);
