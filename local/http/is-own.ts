import type { IncomingMessage } from 'node:http';

/** The page that sends a request is this system's own, or no page at all (a script). */
export const isOwn = ({ headers }: IncomingMessage): boolean => {
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
  return isLoopback && (headers.origin === undefined || headers.origin === `http://${headers.host}`);
};
