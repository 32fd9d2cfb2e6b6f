import { Link } from 'react-router';
import type { TenantList } from '#shared/contracts/tenants.ts';
import './lists.css';

interface CountyFilterProps {
  readonly counties: TenantList['items'];
  /** Tenant id of the county that is looked at. */
  readonly chosen: string | undefined;
}

/** Which county's cases the city looks at; kept in the address bar. */
export const CountyFilter = ({ counties, chosen }: CountyFilterProps) => (
  <nav aria-label="按县（市、区）查看" className="county-filter">
    {counties.map(({ id, name }) => (
      <Link
        key={id}
        to={`?county=${id.slice(id.indexOf('/') + 1)}`}
        className="county-choice"
        aria-current={id === chosen ? 'true' : undefined}
      >
        {name}
      </Link>
    ))}
  </nav>
);
