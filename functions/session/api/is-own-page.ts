type Headers = Readonly<Record<string, string | undefined>>;

/**
 * Whether one of the console's own pages sent a request: its origin, said by the browser, and a header that no form and
 * no page of another origin can add. `Sec-Fetch-Site` is judged where a browser sends it.
 */
export const isOwnPage = (headers: Headers, origin: string): boolean =>
  headers['origin'] === origin &&
  headers['x-session'] === '1' &&
  (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
