import { afterEach, describe, expect, it } from 'vitest';
import { closeServer, createGate, openServerNear } from '#local/boot/open-server.ts';

const opened: Awaited<ReturnType<typeof openServerNear>>[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ server }) => closeServer(server))));

const setup = async () => {
  const gate = createGate();
  const near = await openServerNear(0);
  opened.push(near);
  near.server.on('request', gate.listener);
  return { gate, ask: async () => (await fetch(`http://127.0.0.1:${near.port}/`)).status };
};

describe('a server whose parts are not there yet', () => {
  it('says so at once, and answers when they are', async () => {
    const { gate, ask } = await setup();
    expect(await ask()).toBe(503);
    gate.open((_request, response) => void response.writeHead(204).end());
    expect(await ask()).toBe(204);
  });
});
