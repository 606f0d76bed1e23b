import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestApp, type TestPerson } from '../support/app.js';

const CHUNK = Buffer.alloc(256_000, 'a');
const MEGABYTES = 500;

interface Refused {
  readonly status: number;
  readonly code: string;
  /** How much was taken from us before. */
  readonly sent: number;
}

describe('an upload of 500 MB', () => {
  let app: TestApp;
  let curator: TestPerson;
  let port: number;

  beforeAll(async () => {
    app = await TestApp.start();
    curator = await app.addPerson(['curator']);
    await app.nest.listen(0, '127.0.0.1');
    port = (app.nest.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => app.stop());

  /** Sends for as long as the service takes it, and tells when it had enough. */
  const upload = (path: string, headers: http.OutgoingHttpHeaders): Promise<Refused> =>
    new Promise((resolve, reject) => {
      let sent = 0;
      let isOver = false;
      const request = http.request({
        port,
        host: '127.0.0.1',
        method: path.endsWith('/1') ? 'PUT' : 'POST',
        path: `/api/v1${path}`,
        headers: {
          host: 'localhost:3000',
          origin: 'http://localhost:3000',
          'content-type': 'application/json',
          cookie: curator.cookie,
          ...headers,
        },
      });
      // With a breath after each piece: who writes on into a connection that is being closed loses the answer.
      const push = (): void => {
        if (isOver || sent >= MEGABYTES * 1_000_000) return;
        sent += CHUNK.length;
        const isTaken = request.write(CHUNK);
        if (isTaken) setTimeout(push, 5);
        else request.once('drain', () => setTimeout(push, 5));
      };
      request.on('response', (response) => {
        isOver = true;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          request.destroy();
          const { code } = JSON.parse(Buffer.concat(parts).toString()) as { code: string };
          resolve({ status: response.statusCode ?? 0, code, sent });
        });
      });
      request.on('error', (error) => {
        if (!isOver) reject(error);
      });
      // Who says how long it is may be answered before anything of it is sent.
      request.flushHeaders();
      setTimeout(
        () => {
          if (isOver) return;
          request.write('{"name":"large.pdf","base64":"');
          push();
        },
        'content-length' in headers ? 5_000 : 0,
      );
    });

  it.each([
    ['that says how long it is', { 'content-length': MEGABYTES * 1_000_000 }, 10_000_000],
    ['that does not', { 'transfer-encoding': 'chunked' }, 40_000_000],
  ])('%s is refused long before it is here', async (_, headers, most) => {
    const memory = process.memoryUsage().rss;
    const refused = await upload('/sources/from-file', headers);
    expect(refused).toMatchObject({ status: 413, code: 'TEXT.TOO_LARGE' });
    expect(refused.sent).toBeLessThan(most);
    expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000);
    expect(await app.database.direct.source.count()).toBe(0);
  });
});
