import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { SessionGate } from '../auth/session-gate.tsx';
import { queryClient } from './query-client.ts';
import { createConsoleRouter } from './router.tsx';

/** The whole console. */
export const Console = () => {
  // Made with the first rendering, when the provider's answer has already left the address bar.
  const [router] = useState(createConsoleRouter);
  return (
    <QueryClientProvider client={queryClient}>
      <SessionGate>
        <RouterProvider router={router} />
      </SessionGate>
    </QueryClientProvider>
  );
};
