import { z } from 'zod';
import { ModelFailure } from './model-failure.js';
import { parseJson } from './model-reply.js';

const Part = z.object({ type: z.string(), text: z.string().optional() });
const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(Part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
});

/** What the model wrote. Throws a ModelFailure where it wrote nothing to the end. */
export function readCompletion(body: string): string {
  const parsed = Completion.safeParse(parseJson(body));
  if (!parsed.success)
    throw new ModelFailure(
      'BAD_ANSWER',
      'The server answered, but not with a chat completion. LLM_URL is the part before /chat/completions.',
    );
  const [choice] = parsed.data.choices;
  const { content, refusal } = choice?.message ?? {};
  if (choice?.finish_reason === 'length')
    throw new ModelFailure('CUT_OFF', 'The model ran out of room before it had finished its answer.');
  if (choice?.finish_reason === 'content_filter' || (refusal !== null && refusal !== undefined))
    throw new ModelFailure('DECLINED', 'The model declined to answer.');
  const written =
    typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
  if (written.trim() === '') throw new ModelFailure('BAD_ANSWER', 'The model wrote nothing.');
  return written;
}
