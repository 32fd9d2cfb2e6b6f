import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import { findPerson } from './find-person.ts';
import { makeSignInPage } from './sign-in-page.ts';
import { makeErrorPage } from './tell-page.ts';

const LONGEST_FORM = 4096;

export function sendPage(
  res: ServerResponse,
  status: number,
  page: { html: string; headers: Record<string, string> },
): void {
  res.writeHead(status, page.headers).end(page.html);
}

async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LONGEST_FORM) throw new Error('the form is too long');
  }
  return new URLSearchParams(text);
}

/** The page where a person is picked, and the answer to it. `home` is where an expired attempt leads back to. */
export function createSignIn(provider: Provider, home: string) {
  async function answer(req: IncomingMessage, res: ServerResponse, filter: string): Promise<void> {
    if (req.method !== 'POST') return sendPage(res, 200, makeSignInPage(filter));
    const user = (await readForm(req)).get('user') ?? '';
    if (!findPerson(user)) return sendPage(res, 400, makeSignInPage(user));
    const picked = { login: { accountId: user } };
    await provider.interactionFinished(req, res, picked, { mergeWithLastSubmission: false });
  }

  return async (req: IncomingMessage, res: ServerResponse, query: URLSearchParams): Promise<void> => {
    try {
      const { params } = await provider.interactionDetails(req, res);
      await answer(req, res, query.get('q') ?? String(params['login_hint'] ?? ''));
    } catch (cause) {
      if (!(cause instanceof errors.SessionNotFound)) throw cause;
      sendPage(res, 400, makeErrorPage('SessionNotFound', cause.message, home));
    }
  };
}
