/** What a browser is told with every answer, whoever gives it. */
export const transportHeaders = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** With every answer that is data: none of it is kept, framed or run. */
export const dataHeaders = {
  ...transportHeaders,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;
