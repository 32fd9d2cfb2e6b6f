import { startSession } from '../auth/session-store.ts';
import { readAhead } from './read-ahead.ts';
import './base.css';

startSession(readAhead);
void import('./mount-console.tsx').then(({ mountConsole }) => mountConsole());
