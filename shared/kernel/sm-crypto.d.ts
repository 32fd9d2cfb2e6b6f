declare module 'sm-crypto/src/sm3/index.js' {
  /** SM3 of bytes, as lower-case hex. */
  const sm3: (input: Uint8Array) => string;
  // biome-ignore lint/style/noDefaultExport: it is what the module exports
  export default sm3;
}
