import { Link } from 'react-router';

const views = [
  ['rectifications', '整改'],
  ['reclamations', '资源回收'],
] as const;

/** The two lists of 整改与回收. */
export const ReclaimViews = ({ shown }: { readonly shown: (typeof views)[number][0] }) => (
  <nav className="view-choices" aria-label="整改与回收的内容">
    {views.map(([id, label]) => (
      <Link
        key={id}
        className="view-choice"
        to={`/${id}`}
        {...(id === shown ? { 'aria-current': 'page' as const } : {})}
      >
        {label}
      </Link>
    ))}
  </nav>
);
