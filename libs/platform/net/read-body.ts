import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { FetchFailure } from './fetch-failure.js';

type Unpack = () => Transform;

/** Bytes are handed on as soon as they are there, so that a bomb is seen before it has gone off. */
const UNPACKERS: Readonly<Record<string, Unpack>> = {
  gzip: () => zlib.createGunzip(),
  'x-gzip': () => zlib.createGunzip(),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
};
const LAYERS_AT_MOST = 2;

/** Reads a body to its end, counting it as it is sent and again as it is unpacked. Throws a FetchFailure. */
export async function readBody(
  source: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
  host: string,
): Promise<Buffer> {
  const announced = Number(headers['content-length'] ?? 0);
  if (announced > maxBytes) {
    source.on('error', () => undefined).destroy();
    throw tooLarge(host, maxBytes);
  }
  const chunks: Buffer[] = [];
  const collect = limit(maxBytes, host);
  collect.on('data', (chunk: Buffer) => chunks.push(chunk));
  await pipeline([source, limit(maxBytes, host), ...unpackers(headers['content-encoding'], host), collect]);
  return Buffer.concat(chunks);
}

function unpackers(encoding: string | undefined, host: string): Transform[] {
  const names = (encoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > LAYERS_AT_MOST)
    throw new FetchFailure('BAD_ANSWER', `${host} sends data that is packed ${String(names.length)} times.`);
  return names.reverse().map((name) => {
    const make = Object.hasOwn(UNPACKERS, name) ? UNPACKERS[name] : undefined;
    if (make === undefined)
      throw new FetchFailure(
        'BAD_ANSWER',
        `${host} packs its data as ${name.slice(0, 40)}, which we did not ask for.`,
      );
    return make();
  });
}

function limit(maxBytes: number, host: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(tooLarge(host, maxBytes));
      else done(null, chunk);
    },
  });
}

function tooLarge(host: string, maxBytes: number): FetchFailure {
  return new FetchFailure(
    'TOO_LARGE',
    `What ${host} sends is larger than ${String(Math.round(maxBytes / 1_000_000))} MB; it was not read to its end.`,
  );
}
