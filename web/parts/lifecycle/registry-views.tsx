import { Link } from 'react-router';

const views = [
  ['systems', '/registry?show=systems', '信息系统'],
  ['resources', '/registry?show=resources', '云资源'],
  ['offCloudSystems', '/off-cloud', '未上云系统'],
  ['ownClouds', '/off-cloud?kind=cloud', '自有云和租用云'],
] as const;

/** The lists of 台账. */
export const RegistryViews = ({ shown }: { readonly shown: (typeof views)[number][0] }) => (
  <nav className="view-choices" aria-label="台账的内容">
    {views.map(([id, to, label]) => (
      <Link
        key={id}
        className="view-choice"
        to={to}
        {...(id === shown ? { 'aria-current': 'page' as const } : {})}
      >
        {label}
      </Link>
    ))}
  </nav>
);
