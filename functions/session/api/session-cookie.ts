/** The cookie that holds a session's secret: this origin's alone, unseen by scripts, never sent from another site. */
export interface SessionCookie {
  readonly name: string;
  /** The secret that a request carries; undefined when it carries none, or two. */
  readonly read: (cookies: readonly string[] | undefined) => string | undefined;
  readonly write: (secret: string) => string;
  readonly clear: () => string;
}

const attributes = 'Path=/; HttpOnly; Secure; SameSite=Strict';

/**
 * @param baseUrl under which people reach the console; cookies know no port, so one that is spelled out joins the name
 * @param wholeMs life of a session
 */
export const sessionCookie = (baseUrl: string, wholeMs: number): SessionCookie => {
  const { port } = new URL(baseUrl);
  const name = `__Host-session${port === '' ? '' : `-${port}`}`;
  return {
    name,
    read: (cookies = []) => {
      const own = cookies.filter((cookie) => cookie.startsWith(`${name}=`));
      return own.length === 1 ? own[0]?.slice(name.length + 1) : undefined;
    },
    write: (secret) => `${name}=${secret}; Max-Age=${Math.floor(wholeMs / 1000)}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
};
