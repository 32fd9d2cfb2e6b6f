import { Skeleton } from 'antd';

/** Shown at once while a page or its content is on the way. */
export const PageSkeleton = () => (
  <div className="page-skeleton" role="status" aria-label="正在加载">
    <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 6 }} />
  </div>
);
