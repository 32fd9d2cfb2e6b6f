import { startSession } from '../auth/session-store.ts';
import './base.css';

/** The console itself is fetched only once the page stays: on the way to the provider it would be in vain. */
startSession(() => {
  void import('./mount-console.tsx').then(({ mountConsole }) => mountConsole());
});
