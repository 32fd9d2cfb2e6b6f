import { createServer } from 'node:net';

/** A loopback port that was free a moment ago: the preferred one when it is, else any. */
export function findFreePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => {
      if (preferred === 0) reject(cause);
      else resolve(findFreePort());
    });
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
