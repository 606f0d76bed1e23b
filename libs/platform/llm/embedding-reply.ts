import { z } from 'zod';
import { ModelFailure } from './model-failure.js';
import { parseJson } from './model-reply.js';

/** Longer than those of any model there is. */
const MAX_DIMENSIONS = 16_384;

const Embeddings = z.object({
  data: z.array(
    z.object({
      index: z.int().min(0).optional(),
      embedding: z.array(z.number()).min(1).max(MAX_DIMENSIONS),
    }),
  ),
});

/**
 * The vectors of an answer, in the order of the texts. Throws a ModelFailure where there is not exactly one, of one
 * length and of finite numbers, for each text.
 */
export function readEmbeddings(body: string, texts: number): Float32Array[] {
  const parsed = Embeddings.safeParse(parseJson(body));
  if (!parsed.success)
    throw new ModelFailure(
      'BAD_ANSWER',
      'The server answered, but not with embeddings. EMBEDDINGS_URL is the part before /embeddings.',
    );
  const { data } = parsed.data;
  if (data.length !== texts)
    throw bad(`${String(texts)} texts were sent and ${String(data.length)} vectors came back`);
  const vectors = new Map(data.map(({ index, embedding }, place) => [index ?? place, toVector(embedding)]));
  return Array.from({ length: texts }, (_, place) => {
    const vector = vectors.get(place);
    if (vector === undefined) throw bad(`no vector is that of text ${String(place)}`);
    if (vector.length !== vectors.get(0)?.length) throw bad('the vectors are not of one length');
    return vector;
  });
}

function toVector(numbers: readonly number[]): Float32Array {
  const vector = Float32Array.from(numbers);
  // What is too large for 32 bits has become infinite.
  if (!vector.every(Number.isFinite)) throw bad('a vector holds what is no finite number');
  if (vector.every((one) => one === 0)) throw bad('a vector is zero');
  return vector;
}

function bad(what: string): ModelFailure {
  return new ModelFailure('BAD_ANSWER', `The server did not answer in the agreed form: ${what}.`);
}
