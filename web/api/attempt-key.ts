/** A fresh `Idempotency-Key`; `crypto.randomUUID` came only with Chrome 92. */
export const newAttemptKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
