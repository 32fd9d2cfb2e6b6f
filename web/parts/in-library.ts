import { type ComponentType, lazy } from 'react';

/** Fetches a part that uses the component library, and the library with it, when it is first shown. */
export const lazyInLibrary = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [{ inLibraryFrame }, content] = await Promise.all([import('./library-frame.tsx'), load()]);
    return { default: inLibraryFrame(content) };
  });
