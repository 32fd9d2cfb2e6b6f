import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { SessionGate } from '../auth/session-gate.tsx';
import { useNarrow } from '../parts/use-narrow.ts';
import { queryClient } from './query-client.ts';
import { createConsoleRouter } from './router.tsx';
import { themeFor } from './theme.ts';

const transformers = [legacyLogicalPropertiesTransformer];

/** The whole console. Ant Design's `:where()` and logical properties are rewritten for kernels of Chrome 86. */
export const Console = () => {
  // Made with the first rendering, when the provider's answer has already left the address bar.
  const [router] = useState(createConsoleRouter);
  return (
    <StyleProvider hashPriority="high" transformers={transformers}>
      <ConfigProvider
        locale={zhCN}
        theme={themeFor(useNarrow())}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <QueryClientProvider client={queryClient}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  );
};
