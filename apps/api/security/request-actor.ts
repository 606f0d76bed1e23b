import type { Actor } from '#core/domain';

const actors = new WeakMap<object, Actor>();

/** Who the access guard found behind a request, or null. */
export function actorOf(request: object): Actor | null {
  return actors.get(request) ?? null;
}

/** Remembers who is behind a request, for its handler. */
export function rememberActor(request: object, actor: Actor): void {
  actors.set(request, actor);
}
