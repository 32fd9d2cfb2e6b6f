/**
 * How every AWS client of the functions connects: within a second, answered within five, three attempts in all.
 * Without limits one stalled connection would eat a function's whole time, and the caller would get no answer of ours.
 */
export const clientSettings = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;
