import { crc32, deflateRawSync } from 'node:zlib';

/** A file inside a zip; `claims` makes it lie about its unpacked size. */
export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  readonly claims?: number;
  readonly encrypted?: true;
}

const headerOf = ({ name, content, claims, encrypted }: Part, packed: Buffer): Buffer => {
  const bytes = Buffer.from(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(claims ?? bytes.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  return common;
};

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip archive of these parts, byte for byte as an archiver writes it. */
export const makeZip = (...parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const header = headerOf(part, packed);
    const name = Buffer.from(part.name);
    const local = Buffer.concat([word(0x04034b50), header, name, packed]);
    central.push(
      Buffer.concat([word(0x02014b50), Buffer.from([20, 0]), header, Buffer.alloc(10), word(offset), name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, word(0x06054b50), end]);
};

const contentTypes = (more = ''): Part => ({
  name: '[Content_Types].xml',
  content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${more}</Types>`,
});

/** A Word document as small as one can be, with further parts. */
export const makeDocx = (...more: readonly Part[]): Buffer =>
  makeZip(contentTypes(), { name: 'word/document.xml', content: '<w:document/>' }, ...more);
