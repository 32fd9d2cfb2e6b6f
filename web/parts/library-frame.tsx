import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ComponentType, ReactNode } from 'react';
import { themeFor } from './library-theme.ts';
import { useNarrow } from './use-narrow.ts';

const transformers = [legacyLogicalPropertiesTransformer];

/**
 * What the component library needs around it. Only pages that use the library stand in it: the first screen does
 * without. Its `:where()` and logical properties are rewritten for kernels of Chrome 86.
 */
export const LibraryFrame = ({ children }: { readonly children: ReactNode }) => (
  <StyleProvider hashPriority="high" transformers={transformers}>
    <ConfigProvider
      locale={zhCN}
      theme={themeFor(useNarrow())}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  </StyleProvider>
);

/** A page or a part of one in the library's frame. */
export const inLibraryFrame = <Props extends object>(Content: ComponentType<Props>) => {
  const Framed = (props: Props) => (
    <LibraryFrame>
      <Content {...props} />
    </LibraryFrame>
  );
  return Framed;
};
