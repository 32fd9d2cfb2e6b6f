import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Longer than anybody's pause. A server that closes what lies idle for seconds closes all of a busy thread's connections
 * at once, and whoever sends on them just then fails three times within milliseconds: as many attempts as there are.
 */
const keepAliveTimeout = 10 * 60_000;

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

const isTaken = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';

/** A loopback HTTP server on exactly this port. @throws when the port is taken, naming it */
export async function openServer(port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout });
  try {
    await listen(server, port);
  } catch (cause) {
    if (isTaken(cause)) throw new Error(`端口 ${port} 已被占用。请用 PORT 指定另一个端口`, { cause });
    throw cause;
  }
  return server;
}

/** A loopback HTTP server on the port kept from last time, or on a free one when it is taken. */
export async function openServerNear(kept: number): Promise<{ server: Server; port: number }> {
  for (const wanted of [kept, 0]) {
    const server = createServer({ keepAliveTimeout });
    try {
      return { server, port: await listen(server, wanted) };
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
  }
  throw new Error('没有可用的端口');
}

/**
 * Answers 503 until the real listener is there. A server without any listener takes a request and never answers:
 * whoever asked just after a restart would wait for ever.
 */
export function createGate(): { listener: RequestListener; open: (real: RequestListener) => void } {
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  return {
    listener: (request, response) => answer(request, response),
    open: (real) => {
      answer = real;
    },
  };
}

/** Stops listening and ends every connection. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
