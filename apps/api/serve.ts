import type { Config } from '#platform/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { Drain } from './health/drain.js';

/** What a parent process (`outturn start`) tells us. */
export type ParentMessage = { readonly type: 'stop' };
/** What we tell it. */
export type ChildMessage =
  { readonly type: 'ready'; readonly address: string } | { readonly type: 'leave-demo' };

/** Time for load balancers to see that we are no longer ready; nobody balances Ctrl-C. */
const BALANCER_MS = 3_000;
const CLOSE_PATIENCE_MS = 15_000;

/** The channel to the process that started us, if it opened one. */
export function tellParent(message: ChildMessage): boolean {
  if (process.send === undefined || !process.connected) return false;
  return process.send(message);
}

/** Listens; says so to the parent; stops in order when told to. */
export async function serve(app: NestFastifyApplication, config: Config): Promise<void> {
  await listen(app, config);
  stopWhenTold(app);
  tellParent({ type: 'ready', address: config.baseUrl });
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    await app.close();
    if (code === 'EADDRINUSE')
      throw new CannotListenError(
        `Port ${String(port)} on ${host} is taken by another program. Stop it, or choose another: PORT=${String(port + 1)}`,
      );
    if (code === 'EACCES')
      throw new CannotListenError(
        `This user may not listen on port ${String(port)}. Choose one above 1023: PORT=3000`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotListenError(`This machine has no address ${host}. Set HOST=127.0.0.1 or HOST=0.0.0.0`);
    throw error;
  }
}

/** Said in one line to the person who starts us. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';
}

function stopWhenTold(app: NestFastifyApplication): void {
  let isStopping = false;
  const stop = (graceMs: number): void => {
    if (isStopping) return;
    isStopping = true;
    void stopInOrder(app, graceMs).then((code) => process.exit(code));
  };
  process.on('SIGTERM', () => {
    stop(process.send === undefined ? BALANCER_MS : 0);
  });
  process.on('SIGINT', () => {
    stop(0);
  });
  process.on('message', (message: ParentMessage) => {
    if (message.type === 'stop') stop(0);
  });
  // Without its parent nobody would ever stop us.
  process.on('disconnect', () => {
    stop(0);
  });
}

/** Not ready first, then no new connections, then wait for who is inside; what takes too long is cut. */
async function stopInOrder(app: NestFastifyApplication, graceMs: number): Promise<number> {
  app.get(Drain).begin();
  await sleep(graceMs);
  const closed = app.close().then(() => 0);
  const cut = sleep(CLOSE_PATIENCE_MS, 1, { ref: false });
  return Promise.race([closed, cut]);
}
