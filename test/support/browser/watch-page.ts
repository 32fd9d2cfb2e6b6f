import type { Page, Request } from 'playwright-core';

/** Something that a page must not do, in words. */
export type Mishap = string;

/** Chromium's own line in the console for an answer from 400 up. */
const answerLine = /^Failed to load resource: the server responded with a status of (\d+)/;

/** Who was not here before has no session to go on with; the console asks once at each opening. */
const isFirstQuestion = (status: string, url: string): boolean =>
  status === '401' && new URL(url).pathname === '/session/refresh';

const isElsewhere = (request: Request): boolean => {
  const { protocol, hostname } = new URL(request.url());
  return protocol.startsWith('http') && hostname !== '127.0.0.1';
};

/**
 * Notes every fault of a page: uncaught errors, lines of error in the console, requests that leave this machine.
 * @param refusals statuses that the test provokes on purpose
 */
export const watchPage = (page: Page, refusals: readonly number[], note: (mishap: Mishap) => void): void => {
  page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => note('the page crashed'));
  page.on('request', (request) => {
    if (isElsewhere(request)) note(`left this machine: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const status = answerLine.exec(message.text())?.[1];
    const { url } = message.location();
    if (status !== undefined && (refusals.includes(Number(status)) || isFirstQuestion(status, url))) return;
    note(`console: ${message.text()} (${url})`);
  });
};
