/** What the first bytes say a file is; `zip` is looked into further. */
export type SniffedType = 'pdf' | 'png' | 'jpg' | 'zip';

const magic: Readonly<Record<SniffedType, readonly number[]>> = {
  pdf: [...Buffer.from('%PDF-')],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52],
  jpg: [0xff, 0xd8, 0xff],
  zip: [0x50, 0x4b, 0x03, 0x04],
};

export const sniffType = (bytes: Uint8Array): SniffedType | undefined =>
  (Object.keys(magic) as SniffedType[]).find((type) => magic[type].every((byte, at) => bytes[at] === byte));
