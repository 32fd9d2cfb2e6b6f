// The digest's own module: the package's door would bring the curves of SM2 into every bundle.
import sm3 from 'sm-crypto/src/sm3/index.js';

/** SM3 (GB/T 32905-2016) of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export const sm3Hex = (text: string): string => sm3(new TextEncoder().encode(text));
