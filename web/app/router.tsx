import { createBrowserRouter } from 'react-router';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { CrashPage } from './crash-page.tsx';
import { Shell } from './shell.tsx';

/** Addresses of the console; each page is fetched when it is first visited. */
export const createConsoleRouter = () =>
  createBrowserRouter([
    {
      path: '/',
      Component: Shell,
      ErrorBoundary: CrashPage,
      HydrateFallback: PageSkeleton,
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('../pages/worklist-page.tsx')).WorklistPage }),
        },
        {
          path: 'cases',
          lazy: async () => ({ Component: (await import('../pages/cases-page.tsx')).CasesPage }),
        },
        {
          path: 'cases/new',
          lazy: async () => ({ Component: (await import('../pages/new-case-page.tsx')).NewCasePage }),
        },
        {
          path: 'cases/:caseId',
          lazy: async () => ({ Component: (await import('../pages/case-page.tsx')).CasePage }),
        },
        {
          path: 'cases/:caseId/form',
          lazy: async () => ({ Component: (await import('../pages/form-page.tsx')).FormPage }),
        },
        {
          path: 'cases/:caseId/document',
          lazy: async () => ({ Component: (await import('../pages/document-page.tsx')).DocumentPage }),
        },
        {
          path: '*',
          lazy: async () => ({ Component: (await import('../pages/not-found-page.tsx')).NotFoundPage }),
        },
      ],
    },
  ]);
