/** An object of a page's JSON-LD. */
export interface LinkedNode {
  readonly type: string;
  readonly text: (key: string) => string | undefined;
  readonly value: (key: string) => unknown;
}

const NODES_AT_MOST = 2_000;
const LARGEST = 500_000;

/** Every typed object in a page's JSON-LD, in their order; blocks that cannot be read are passed over. */
export function linkedNodes(page: Document): LinkedNode[] {
  const nodes: LinkedNode[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const json = (script.textContent ?? '').trim();
    if (json.length > LARGEST) continue;
    try {
      collect(JSON.parse(json.replace(/^<!\[CDATA\[|\]\]>$/gu, '')), nodes, 0);
    } catch {
      continue;
    }
  }
  return nodes;
}

function collect(value: unknown, nodes: LinkedNode[], depth: number): void {
  if (depth > 8 || nodes.length >= NODES_AT_MOST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes, depth + 1);
    return;
  }
  const object = value as Readonly<Record<string, unknown>>;
  const types = [object['@type']].flat().filter((type) => typeof type === 'string');
  if (types[0] !== undefined)
    nodes.push({
      type: types[0],
      value: (key) => object[key],
      text: (key) => (typeof object[key] === 'string' ? object[key] : undefined),
    });
  for (const [key, inner] of Object.entries(object))
    if (key === '@graph' || key === 'mainEntity') collect(inner, nodes, depth + 1);
}

/** Names of the people or organisations under a key: strings, objects with a name, or lists of them. */
export function namesOf(node: LinkedNode, key: string): string[] {
  return [node.value(key)].flat().flatMap((one: unknown) => {
    const name = typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : one;
    const names = [name].flat().filter((value) => typeof value === 'string');
    return names.map((value) => value.trim()).filter((value) => value !== '' && !/^https?:/u.test(value));
  });
}
