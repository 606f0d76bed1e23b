/** What a person typed, for `LIKE` and Prisma's `contains`, which leave `%` and `_` their special meaning. */
export function escapeLike(typed: string): string {
  return typed.trim().replaceAll(/[\\%_]/g, '\\$&');
}
