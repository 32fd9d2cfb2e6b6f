import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 767px)');
const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the page is shown in one column (phones). */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
