import zlib from 'node:zlib';
import { DocumentFailure } from './document-failure.js';

/** All parts of a document together, unpacked. */
const UNPACKED_AT_MOST = 80_000_000;
const ENTRIES_AT_MOST = 5_000;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const ENCRYPTED_FLAG = 1;

/**
 * The parts of a zip archive by name, each unpacked by no more than it announces and all by no more than 80 MB, so that
 * whoever unpacks it again afterwards meets no surprise. Throws a DocumentFailure.
 */
export function readZipEntries(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Buffer>();
  let total = 0;
  try {
    const end = findEnd(buffer);
    const count = buffer.readUInt16LE(end + 10);
    if (count > ENTRIES_AT_MOST) throw new DocumentFailure('BOMB');
    let at = buffer.readUInt32LE(end + 16);
    for (let i = 0; i < count; i += 1) {
      if (buffer.readUInt32LE(at) !== ENTRY_MARK) throw new DocumentFailure('BROKEN');
      const size = buffer.readUInt32LE(at + 24);
      total += size;
      if (total > UNPACKED_AT_MOST) throw new DocumentFailure('BOMB');
      const nameLength = buffer.readUInt16LE(at + 28);
      const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
      if ((buffer.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0) throw new DocumentFailure('ENCRYPTED');
      entries.set(name, unpack(buffer, at, size));
      at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new DocumentFailure('BROKEN', undefined, { cause: error });
    throw error;
  }
  return entries;
}

function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 65_600); at -= 1)
    if (buffer.readUInt32LE(at) === END_MARK) return at;
  throw new DocumentFailure('BROKEN');
}

function unpack(buffer: Buffer, at: number, size: number): Buffer {
  const method = buffer.readUInt16LE(at + 10);
  const packed = buffer.readUInt32LE(at + 20);
  const local = buffer.readUInt32LE(at + 42);
  if (buffer.readUInt32LE(local) !== LOCAL_MARK) throw new DocumentFailure('BROKEN');
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const data = buffer.subarray(start, start + packed);
  if (method === 0) return data;
  if (method !== 8) throw new DocumentFailure('BROKEN');
  try {
    return zlib.inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    const isMore = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentFailure(isMore ? 'BOMB' : 'BROKEN', undefined, { cause: error });
  }
}
