import { crc32, deflateRawSync } from 'node:zlib';

export type ZipManner = {
  /** Every number of the directory stands in the fields of zip64. */
  readonly zip64?: true;
  /** Sizes stand behind each part, as a program writes that does not know them before. */
  readonly descriptors?: true;
  readonly before?: string;
  readonly name?: (name: string) => string;
  readonly part?: (content: Buffer, name: string) => Buffer;
};

const long = (number: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(number));
  return bytes;
};
const ALL = 0xffffffff;

/** A zip as another program writes it, byte by byte. */
export function zipBy(parts: ReadonlyMap<string, Uint8Array>, manner: ZipManner): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const add = (...more: Buffer[]) => {
    pieces.push(...more);
    offset += more.reduce((sum, { length }) => sum + length, 0);
  };
  for (const [plain, bytes] of parts) {
    const content = manner.part?.(Buffer.from(bytes), plain) ?? Buffer.from(bytes);
    const name = Buffer.from(manner.name?.(plain) ?? plain);
    const packed = deflateRawSync(content);
    const at = offset;
    const flags = manner.descriptors ? 8 : 0;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    if (!manner.descriptors) {
      local.writeUInt32LE(crc32(content), 14);
      local.writeUInt32LE(packed.length, 18);
      local.writeUInt32LE(content.length, 22);
    }
    local.writeUInt16LE(name.length, 26);
    add(local, name, packed);
    if (manner.descriptors) {
      const sizes = Buffer.alloc(16);
      [0x08074b50, crc32(content), packed.length, content.length].forEach((number, index) => {
        sizes.writeUInt32LE(number, index * 4);
      });
      add(sizes);
    }
    const extra = manner.zip64
      ? Buffer.concat([Buffer.from([1, 0, 24, 0]), long(content.length), long(packed.length), long(at)])
      : Buffer.alloc(0);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(flags, 8);
    line.writeUInt16LE(8, 10);
    line.writeUInt32LE(crc32(content), 16);
    line.writeUInt32LE(manner.zip64 ? ALL : packed.length, 20);
    line.writeUInt32LE(manner.zip64 ? ALL : content.length, 24);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt16LE(extra.length, 30);
    line.writeUInt32LE(manner.zip64 ? ALL : at, 42);
    directory.push(line, name, extra);
  }
  const listing = Buffer.concat(directory);
  const start = offset;
  add(listing);
  if (manner.zip64) {
    const end = Buffer.alloc(24);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeUInt32LE(44, 4);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeUInt32LE(offset, 8);
    locator.writeUInt32LE(1, 16);
    add(end, long(parts.size), long(parts.size), long(listing.length), long(start), locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(manner.zip64 ? 0xffff : parts.size, 8);
  end.writeUInt16LE(manner.zip64 ? 0xffff : parts.size, 10);
  end.writeUInt32LE(manner.zip64 ? ALL : listing.length, 12);
  end.writeUInt32LE(manner.zip64 ? ALL : start, 16);
  return Buffer.concat([Buffer.from(manner.before ?? '', 'latin1'), ...pieces, end]);
}
