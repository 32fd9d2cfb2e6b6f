import { createBrowserRouter } from 'react-router';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { consolePages } from './console-pages.ts';
import { CrashPage } from './crash-page.tsx';
import { Shell } from './shell.tsx';

export const createConsoleRouter = () =>
  createBrowserRouter([
    {
      path: '/',
      Component: Shell,
      ErrorBoundary: CrashPage,
      HydrateFallback: PageSkeleton,
      children: consolePages.map(({ path, load }) => ({
        ...(path === '' ? { index: true as const } : { path }),
        lazy: async () => ({ Component: await load() }),
      })),
    },
  ]);
