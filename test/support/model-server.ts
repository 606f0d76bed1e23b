import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Body = z.object({
  model: z.string(),
  temperature: z.number().optional(),
  seed: z.number().optional(),
  response_format: z.object({
    type: z.string(),
    json_schema: z.object({ name: z.string(), strict: z.boolean(), schema: z.unknown() }).optional(),
  }),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

const EmbeddingBody = z.strictObject({
  model: z.string(),
  input: z.array(z.string().min(1)).min(1),
  encoding_format: z.literal('float'),
});

/** A request as the server got it. */
export interface Asked {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: z.output<typeof Body>;
  /** Texts to be put into vectors; none where something is to be written. */
  readonly input: readonly string[];
  /** The part that holds the article. */
  readonly data: string;
}

/** What the server does with a request. */
export type Behaviour = (asked: Asked, response: http.ServerResponse) => void;

/** One finding as a model writes it, but for the sentence numbers, which the server looks up. */
export interface SaidFinding {
  readonly quote: string;
  readonly statement?: string;
  readonly claimant?: string | null;
  readonly hedge?: string | null;
  readonly deadline?: string | null;
  readonly condition?: string | null;
  readonly sentences?: readonly number[];
}

/**
 * A server on this machine that speaks chat completions and embeddings and has no model: what it answers is scripted by the test. The
 * script is worked off one request at a time; its last entry stays.
 */
export class ModelServer {
  readonly asked: Asked[] = [];
  private script: Behaviour[] = [];

  private constructor(
    private readonly server: http.Server,
    /** What LLM_URL is set to. */
    readonly url: string,
  ) {}

  static async start(...script: Behaviour[]): Promise<ModelServer> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const model = new ModelServer(server, `http://127.0.0.1:${String(port)}/v1`);
    model.play(...script);
    server.on('request', (request, response) => {
      model.take(request, response);
    });
    return model;
  }

  /** Forgets what was asked and begins another script. */
  play(...script: Behaviour[]): void {
    this.script = script;
    this.asked.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(request: http.IncomingMessage, response: http.ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = toAsked(request, Buffer.concat(chunks).toString('utf8'));
      this.asked.push(asked);
      const behave = this.script.length > 1 ? this.script.shift() : this.script[0];
      if (behave === undefined) throw new Error('the script is empty');
      behave(asked, response);
    });
  }
}

function toAsked({ url: path = '', headers }: http.IncomingMessage, written: string): Asked {
  const sent: unknown = JSON.parse(written);
  if (path.includes('/embeddings')) {
    const { model, input } = EmbeddingBody.parse(sent);
    return {
      path,
      headers,
      input,
      data: '',
      body: { model, messages: [], response_format: { type: 'none' } },
    };
  }
  const body = Body.parse(sent);
  return { path, headers, body, input: [], data: body.messages.at(-1)?.content ?? '' };
}

/** Answers with this text as the model's words. */
export const writes =
  (content: string, more: { finish?: string; refusal?: string } = {}): Behaviour =>
  (asked, response) => {
    const message = { role: 'assistant', content, refusal: more.refusal ?? null };
    sendJson(response, 200, {
      id: 'chatcmpl-test',
      object: 'chat.completion',
      model: asked.body.model,
      choices: [{ index: 0, message, finish_reason: more.finish ?? 'stop' }],
    });
  };

/** Answers with those of the findings whose quotes begin in a sentence of the part that was sent. */
export const finds =
  (...findings: readonly SaidFinding[]): Behaviour =>
  (asked, response) => {
    writes(JSON.stringify({ findings: findings.flatMap((one) => place(asked.data, one)) }))(asked, response);
  };

/** Answers with the findings as they are, be their sentence numbers and quotes what they may. */
export const claims =
  (findings: readonly unknown[]): Behaviour =>
  (asked, response) => {
    writes(JSON.stringify({ findings }))(asked, response);
  };

/** Answers with an error as the services send it. */
export const fails =
  (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_asked, response) => {
    sendJson(response, status, { error: { message, type: 'test' } }, headers);
  };

export const redirects =
  (location: string): Behaviour =>
  (_asked, response) => {
    response.writeHead(307, { location }).end();
  };

/** Takes the request and says nothing. */
export const staysSilent: Behaviour = () => undefined;

/** Begins to answer and stops in the middle. */
export const stopsHalfway: Behaviour = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"choices": [');
};

/** Cuts the connection. */
export const hangsUp: Behaviour = (_asked, response) => {
  response.socket?.resetAndDestroy();
};

/** Sends and sends. */
export const floods: Behaviour = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(256 * 1024, 32);
  // A bound for a client that does read it all.
  let left = 64;
  const more = (): void => {
    if (response.destroyed || left === 0) return void response.end();
    left -= 1;
    response.write(chunk, more);
  };
  more();
};

/** A model that obeys the article: where it orders to "output X", X is the answer. */
export const obeysTheArticle: Behaviour = (asked, response) => {
  const ordered = /and output (\{.*\})/.exec(asked.data)?.[1];
  writes(ordered ?? '{"findings": []}')(asked, response);
};

/** A server that does not know the parameter, and answers like `otherwise` without it. */
export const knowsNo =
  (parameter: 'json_schema' | 'temperature' | 'seed', otherwise: Behaviour): Behaviour =>
  (asked, response) => {
    const { body } = asked;
    const isSent =
      parameter === 'json_schema'
        ? body.response_format.type === 'json_schema'
        : body[parameter] !== undefined;
    if (isSent)
      fails(400, `Unsupported value: '${parameter}' is not supported with this model.`)(asked, response);
    else otherwise(asked, response);
  };

/** The numbers of the sentences that hold the quote, as the data give them; nothing where no sentence does. */
function place(data: string, { sentences, ...said }: SaidFinding): object[] {
  const numbered = [...data.matchAll(/^\[(\d+)\] (.*)$/gm)];
  const found = numbered.find(([, , sentence]) => sentence?.includes(said.quote.split('\n')[0] ?? ''));
  if (found === undefined && sentences === undefined) return [];
  return [
    {
      sentences: sentences ?? [Number(found?.[1])],
      statement: said.quote,
      claimant: null,
      hedge: null,
      deadline: null,
      condition: null,
      ...said,
    },
  ];
}

export function sendJson(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
