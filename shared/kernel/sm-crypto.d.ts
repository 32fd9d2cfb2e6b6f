declare module 'sm-crypto/src/sm3/index.js' {
  /** SM3 of bytes, as lower-case hex. */
  const sm3: (input: Uint8Array) => string;
  export default sm3;
}
