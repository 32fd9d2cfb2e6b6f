import './page-skeleton.css';

/** Shown at once while a page or its content is on the way. */
export const PageSkeleton = () => (
  <div className="page-skeleton" role="status" aria-label="正在加载">
    <span className="skeleton-title" />
    <span className="skeleton-line" />
    <span className="skeleton-line" />
    <span className="skeleton-line" />
    <span className="skeleton-line" />
    <span className="skeleton-line skeleton-last" />
  </div>
);
