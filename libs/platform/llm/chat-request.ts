import { type Reply, serverWords } from './model-reply.js';

/** What a model is asked, and the shape its answer must have. */
export interface Prompt {
  readonly instructions: string;
  readonly data: string;
  readonly answer: { readonly name: string; readonly schema: object };
}

type Wish = 'json_schema' | 'temperature' | 'seed';

/** By which words a server that does not know a parameter names it. */
const NAMED: Readonly<Record<Wish, RegExp>> = {
  json_schema: /response_?format|json_?schema|structured/i,
  temperature: /\btemperature\b/i,
  seed: /\bseed\b/i,
};

/**
 * How a server is spoken to. The protocol has many dialects: what one of them does not know is asked for once, and from
 * then on done without.
 */
export class ChatDialect {
  private readonly unknown = new Set<Wish>();

  /** The body of a request. The same text and seed give the same answer where the server can do that. */
  write(model: string, { instructions, data, answer }: Prompt, seed: number): string {
    const { name, schema } = answer;
    const has = (wish: Wish): boolean => !this.unknown.has(wish);
    return JSON.stringify({
      model,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: data },
      ],
      ...(has('temperature') ? { temperature: 0 } : {}),
      ...(has('seed') ? { seed } : {}),
      stream: false,
      response_format: has('json_schema')
        ? { type: 'json_schema', json_schema: { name, strict: true, schema } }
        : { type: 'json_object' },
    });
  }

  /** Gives up the wish that the server stumbled over; false where it stumbled over something else. */
  concede({ status, body }: Reply): boolean {
    if (![400, 422, 500, 501].includes(status)) return false;
    const said = serverWords(body);
    for (const wish of ['temperature', 'seed', 'json_schema'] as const) {
      if (this.unknown.has(wish) || !NAMED[wish].test(said)) continue;
      this.unknown.add(wish);
      return true;
    }
    return false;
  }
}
