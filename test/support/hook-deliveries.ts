import { Webhook } from 'standardwebhooks';

/** A delivery of the tests: its id and what is in it. */
export interface Delivery {
  readonly id: string;
  readonly events: readonly object[];
}

/** Body and headers as a sender makes them; `at` is when it signs. */
export function sign(secret: string, { id, events }: Delivery, at = new Date()) {
  const body = JSON.stringify({ events });
  return { body, headers: signBytes(secret, id, body, at) };
}

/** The headers that sign a body, whatever is in it. */
export function signBytes(secret: string, id: string, body: string, at = new Date()) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

export const report = (n: number) => ({
  id: `report-${String(n)}`,
  title: `Report ${String(n)}`,
  publishedAt: '2022-02-28T09:00:00Z',
});

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` deliveries of two reports each, 30 % of them twice or more, in an order of chance. */
export function shuffledDeliveries(
  count: number,
  seed: number,
): { deliveries: Delivery[]; distinct: number } {
  const random = randomFrom(seed);
  const distinct = Math.round(count * 0.7);
  const all = Array.from({ length: count }, (_, i): Delivery => {
    const n = i < distinct ? i : Math.floor(random() * distinct);
    return { id: `msg-${String(n)}`, events: [report(2 * n), report(2 * n + 1)] };
  });
  const order = all.map((delivery) => ({ delivery, key: random() })).sort((a, b) => a.key - b.key);
  return { deliveries: order.map(({ delivery }) => delivery), distinct };
}
