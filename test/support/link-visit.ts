import { createHash } from 'node:crypto';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { awaitTrue } from './await-true.ts';

/** A message as a demo person's phone received it. */
export interface ReceivedMessage {
  readonly id: string;
  readonly event: string;
  readonly use: 'message' | 'code';
  readonly title: string;
  readonly text: string;
  readonly to: { readonly person: string; readonly name: string; readonly contact: string };
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly tookMs: number;
}

type System = Pick<EmbeddedSystem, 'baseUrl'>;

/** What a person's phone has received, oldest first; without a person, everybody's. */
export const receivedBy = async (system: System, user?: string): Promise<readonly ReceivedMessage[]> => {
  const query = user === undefined ? '' : `?user=${encodeURIComponent(user)}`;
  const response = await fetch(`${system.baseUrl}/_local/inbox${query}`);
  return ((await response.json()) as { items: ReceivedMessage[] }).items;
};

/** Waits for the newest message that fits, when `seen` of them have been seen before. */
export const awaitMessage = async (
  system: System,
  user: string,
  fits: (message: ReceivedMessage) => boolean,
  seen = 0,
): Promise<ReceivedMessage> => {
  let found: readonly ReceivedMessage[] = [];
  await awaitTrue(`a message for ${user}`, async () => {
    found = (await receivedBy(system, user)).filter(fits);
    return found.length > seen;
  });
  const newest = found.at(-1);
  if (newest === undefined) throw new Error('no message');
  return newest;
};

const send = async (url: string, init: RequestInit): Promise<PageAnswer> => {
  const begun = performance.now();
  const response = await fetch(url, { redirect: 'manual', ...init });
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, tookMs: performance.now() - begun };
};

const tokenLength = 43;

/** A token that no link has. */
export const unknownToken = 'A'.repeat(tokenLength);

/** One phone at one link: forms are sent as a browser without JavaScript sends them. */
export const visitLink = (system: System, user: string, token: string) => {
  const url = `${system.baseUrl}/l/${token}`;
  const post = (step: 'code' | 'open' | 'decide', fields: Readonly<Record<string, string>> = {}) =>
    send(`${url}/${step}`, { method: 'POST', body: new URLSearchParams(fields) });
  const linkId = createHash('sha256').update(token).digest('hex');
  const concerns = ({ id }: ReceivedMessage) => id.startsWith(linkId.slice(0, 16));
  const isCode = (message: ReceivedMessage) => message.event === 'link.code' && concerns(message);

  /** Reads the newest code from the person's phone, when `seen` of them have been there before. */
  const newestCode = async (seen = 0): Promise<string> => {
    const { text } = await awaitMessage(system, user, isCode, seen);
    return /\d{6}/.exec(text)?.[0] ?? '';
  };
  /** Reads the code that was asked for by `ask`. */
  const codeAfter = async (ask: () => Promise<unknown>): Promise<string> => {
    const seen = (await receivedBy(system, user)).filter(isCode).length;
    await ask();
    return newestCode(seen);
  };
  const receiveCode = () => codeAfter(() => post('code'));
  return {
    url,
    token,
    linkId,
    /** What the person was sent about this link, codes and the like. */
    received: async () => (await receivedBy(system, user)).filter(concerns),
    get: () => send(url, {}),
    head: () => send(url, { method: 'HEAD' }),
    post,
    newestCode,
    codeAfter,
    receiveCode,
    /** The matter's page, and the hidden field by which it is decided. */
    open: async () => {
      const page = await post('open', { code: await receiveCode() });
      return { ...page, view: /name="view" value="([^"]+)"/.exec(page.html)?.[1] ?? '' };
    },
  };
};

export type LinkVisit = ReturnType<typeof visitLink>;

/** Waits for the newest link that a demo person was sent for a case, and goes there. */
export const awaitLink = async (
  system: System,
  user: string,
  caseId: string,
  seen = 0,
): Promise<LinkVisit> => {
  const fits = ({ id, text }: ReceivedMessage) => id.startsWith(caseId) && text.includes('/l/');
  const { text } = await awaitMessage(system, user, fits, seen);
  return visitLink(system, user, /\/l\/([\w-]{43})/.exec(text)?.[1] ?? '');
};
