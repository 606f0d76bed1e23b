import createClient from 'openapi-fetch';
import { OFFLINE, problemFrom, ProblemError } from './problem.js';
import type { components, paths } from './schema.js';

/** The contract, typed: paths, bodies and answers come from `docs/openapi.json`. */
export const api = createClient<paths>({ baseUrl: '' });

export type Schemas = components['schemas'];

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer, or a `ProblemError`. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await askWhole(call)).data;
}

/** Like `ask`, with the response for those who need its headers. */
export async function askWhole<T>(call: Promise<Answer<T>>): Promise<{ data: T; response: Response }> {
  const answer = await call.catch((cause: unknown) => {
    throw new ProblemError(OFFLINE, 0, cause instanceof Error ? cause.message : '', null, []);
  });
  if (!answer.response.ok) throw problemFrom(answer.error, answer.response);
  return { data: answer.data as T, response: answer.response };
}

/** better-auth is not in the contract: its two calls, by hand. */
export async function signIn(email: string, password: string): Promise<void> {
  await authCall('/api/auth/sign-in/email', { email, password });
}

export async function signOut(): Promise<void> {
  await authCall('/api/auth/sign-out', {});
}

async function authCall(path: string, body: object): Promise<void> {
  const call = fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then(async (response) => ({ response, error: (await response.json().catch(() => null)) as unknown }));
  await ask<unknown>(call);
}
