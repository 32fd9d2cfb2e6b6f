import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import type { DraftStore } from './draft-store.ts';

/** Leaving the form saves what is left; only what can't be saved is asked about. */
export const LeaveGuard = ({ store }: { readonly store: DraftStore }) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !store.isSaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void store.flush().then((saved) => {
      if (saved) blocker.proceed();
    });
  }, [blocker, store]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (store.mayBeLeft()) return;
      void store.flush();
      event.preventDefault();
      // Chromium before 119 asks only when this is set.
      event.returnValue = true;
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [store]);
  const stuck = blocker.state === 'blocked';
  return (
    <Modal
      open={stuck}
      title="还有内容没有保存"
      okText="留在本页"
      cancelText="放弃并离开"
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p>正在保存；一直没有存上时，请留在本页处理标出的问题，或放弃这些修改后离开。</p>
    </Modal>
  );
};
