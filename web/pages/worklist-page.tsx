import { Suspense } from 'react';
import { useSignedIn } from '../auth/signed-in.ts';
import { lazyInLibrary } from '../parts/in-library.ts';
import { NewCaseButton } from '../parts/new-case-button.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { MyCases } from '../parts/work/my-cases.tsx';
import { WorkBoard } from '../parts/work/work-board.tsx';

const WorkloadMatrix = lazyInLibrary(
  async () => (await import('../parts/work/workload-matrix.tsx')).WorkloadMatrix,
);

/** 工作台 by role: what waits for me first; then a department's own cases, or for the city what lies where. */
export const WorklistPage = () => {
  const { person, membership } = useSignedIn();
  const holds = (prefix: string) => membership.roles.some((role) => role.startsWith(prefix));
  return (
    <>
      <title>工作台 · 云网通</title>
      <div className="page-head">
        <h1>{person.name}的工作台</h1>
        <NewCaseButton />
      </div>
      <WorkBoard />
      {holds('department.') && <MyCases />}
      {holds('city.cloud.') && (
        <Suspense fallback={<PageSkeleton />}>
          <WorkloadMatrix />
        </Suspense>
      )}
    </>
  );
};
