/**
 * The names of the arguments of an ICU message, read off its type: `'{n} of {total}'` gives `'n' | 'total'`. What
 * stands inside a plural branch has a space or a `#` in it and is no name.
 */
type ArgumentNames<M extends string> = M extends `${string}{${infer Rest}`
  ? (Rest extends `${infer Name}}${string}` ? Named<Name> : never) | ArgumentNames<Rest>
  : never;

type Named<N extends string> = N extends `${infer Head},${string}` ? Word<Head> : Word<N>;
type Word<W extends string> = W extends `${string} ${string}` | `${string}#${string}` | '' ? never : W;

export type MessageValues<M extends string> = Record<ArgumentNames<M>, string | number>;

/** Messages without arguments are called with the id alone. */
export type MessageArguments<M extends string> = [ArgumentNames<M>] extends [never]
  ? []
  : [values: MessageValues<M>];
