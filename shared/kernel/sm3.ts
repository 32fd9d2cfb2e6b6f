import { sm3 } from 'sm-crypto-v2';

/** SM3 (GB/T 32905-2016) of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export const sm3Hex = (text: string): string => sm3(text);
