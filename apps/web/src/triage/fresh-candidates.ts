import type { Schemas } from '../api/client.js';

type Candidate = Pick<Schemas['Candidate'], 'id' | 'version' | 'state'>;

/** The list as the server has it now, but nothing older than what is known here. */
export function mergeFresh<C extends Candidate>(known: readonly C[], fresh: readonly C[]): C[] {
  const mine = new Map(known.map((one) => [one.id, one]));
  return fresh.map((one) => {
    const here = mine.get(one.id);
    return here !== undefined && here.version >= one.version ? here : one;
  });
}

/** Which ones somebody else decided, or changed, while they stood undecided here. */
export function changedByOthers<C extends Candidate>(known: readonly C[], fresh: readonly C[]): C[] {
  const mine = new Map(known.map((one) => [one.id, one]));
  return fresh.filter((one) => {
    const here = mine.get(one.id);
    return here !== undefined && here.state === 'pending' && one.version > here.version;
  });
}
