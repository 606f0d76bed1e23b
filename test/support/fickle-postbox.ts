import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server does with an address, by its hash: of a hundred 5 are dead, 10 put off once, 1 cut after the mail. */
export type Fate = 'taken' | 'dead' | 'put_off' | 'cut';

export function fateOf(address: string): Fate {
  const place = createHash('sha256').update(address).digest().readUInt32BE(0) % 100;
  if (place < 5) return 'dead';
  if (place < 15) return 'put_off';
  return place < 16 ? 'cut' : 'taken';
}

/** A mail server that refuses, puts off and hangs up, and remembers whose mail it got whole, and how often. */
export class FicklePostbox {
  readonly received = new Map<string, number>();
  private readonly asked = new Set<string>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, callback) => {
      const fate = fateOf(address);
      const isFirst = !this.asked.has(address);
      this.asked.add(address);
      if (fate === 'dead') return callback(refusal(550, '5.1.1 no such mailbox'));
      if (fate === 'put_off' && isFirst) return callback(refusal(451, '4.7.1 come back later'));
      callback();
    },
    onData: (stream, session, callback) => {
      stream.resume();
      stream.on('end', () => {
        const address = session.envelope.rcptTo[0]?.address ?? '';
        this.received.set(address, (this.received.get(address) ?? 0) + 1);
        if (fateOf(address) !== 'cut') return callback();
        const open = [...this.server.connections].find(({ id }) => id === session.id);
        (open as unknown as { _socket: { destroy(): void } } | undefined)?._socket.destroy();
      });
    },
  });

  async open(): Promise<string> {
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${String((this.server.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
