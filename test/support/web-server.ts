import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export type WebBehaviour = (request: http.IncomingMessage, response: http.ServerResponse) => unknown;

/** A server on loopback that does as it is told and keeps what it was asked. */
export class WebServer {
  readonly asked: { url: string; headers: http.IncomingHttpHeaders }[] = [];

  private constructor(
    private readonly server: http.Server,
    private readonly scheme: 'http' | 'https',
    public behaviour: WebBehaviour,
  ) {}

  static async start(
    behaviour: WebBehaviour = answers('hello'),
    tls?: { cert: string; key: string },
  ): Promise<WebServer> {
    const server = tls === undefined ? http.createServer() : https.createServer(tls);
    const web = new WebServer(server, tls === undefined ? 'http' : 'https', behaviour);
    server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      web.asked.push({ url: request.url ?? '', headers: request.headers });
      web.behaviour(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return web;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Its address under a name (or literal) of loopback. */
  url(path = '/', host = '127.0.0.1'): string {
    return `${this.scheme}://${host}:${String(this.port)}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const answers =
  (body: string | Buffer, headers: http.OutgoingHttpHeaders = {}, status = 200): WebBehaviour =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

export const redirectsTo =
  (location: string, status = 302): WebBehaviour =>
  (_request, response) =>
    response.writeHead(status, { location }).end();
