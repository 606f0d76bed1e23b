/** By this name robots.txt may speak to us; the User-Agent header begins with it. */
const OUR_NAME = 'outturn';
const RULES_AT_MOST = 2_000;

interface Rule {
  readonly allows: boolean;
  readonly path: string;
}

/**
 * Whether a robots.txt (RFC 9309) lets us fetch a path: the longest rule that fits decides, allowing before forbidding;
 * rules for our own name replace those for everybody.
 */
export function robotsAllow(robots: string, path: string): boolean {
  const groups = { own: null as Rule[] | null, all: [] as Rule[] };
  let names: string[] = [];
  let isNaming = false;
  for (const line of robots.split(/\r?\n|\r/u).slice(0, RULES_AT_MOST)) {
    const [key = '', ...rest] = (line.split('#')[0] ?? '').split(':');
    const value = rest.join(':').trim();
    const field = key.trim().toLowerCase();
    if (field === 'user-agent') {
      names = isNaming ? [...names, value.toLowerCase()] : [value.toLowerCase()];
      isNaming = true;
      if (value.toLowerCase() === OUR_NAME) groups.own ??= [];
    } else if (field === 'allow' || field === 'disallow') {
      isNaming = false;
      if (value === '') continue;
      const rule = { allows: field === 'allow', path: value };
      if (names.includes(OUR_NAME)) groups.own?.push(rule);
      if (names.includes('*')) groups.all.push(rule);
    }
  }
  const fitting = (groups.own ?? groups.all).filter((rule) => fits(rule.path, path));
  fitting.sort((x, y) => y.path.length - x.path.length || Number(y.allows) - Number(x.allows));
  return fitting[0]?.allows ?? true;
}

/** `*` is anything, `$` at the end the end. Without regular expressions: the pattern is a stranger's. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [head = '', ...rest] = parts;
  if (!path.startsWith(head)) return false;
  let at = head.length;
  for (const [i, part] of rest.entries()) {
    if (isWhole && i === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const next = path.indexOf(part, at);
    if (next === -1) return false;
    at = next + part.length;
  }
  return !isWhole || rest.length > 0 || at === path.length;
}
