import { Link } from 'react-router';
import './lists.css';

interface CountyFilterProps {
  /** County id → short name. */
  readonly options: Readonly<Record<string, string>>;
  readonly chosen: string | undefined;
}

/** Which county's cases the city looks at; kept in the address bar. */
export const CountyFilter = ({ options, chosen }: CountyFilterProps) => (
  <nav aria-label="按县（市、区）查看" className="county-filter">
    {Object.entries(options).map(([id, name]) => (
      <Link
        key={id}
        to={`?county=${id}`}
        className="county-choice"
        aria-current={id === chosen ? 'true' : undefined}
      >
        {name}
      </Link>
    ))}
  </nav>
);
