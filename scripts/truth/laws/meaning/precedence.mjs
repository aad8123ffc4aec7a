// The order of conditions, from the words of the Gateway API and of lib/model/precedence.ts.

/** Conditions without atoms that mean nothing: a prefix of everything. The order of atoms means nothing, either. */
export function canonical(atoms) {
  return atoms
    .filter(
      ({ on, kind, text }) =>
        !(on === 'path' && text === '/' && (kind === 'prefix' || kind === 'stringPrefix')),
    )
    .map((atom) => {
      if (atom.on === 'path' && atom.kind === 'prefix')
        return { ...atom, text: atom.text.replace(/\/$/, '') };
      return atom.on === 'header' ? { ...atom, name: atom.name.toLowerCase() } : atom;
    })
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The same for conditions that say the same. */
export function conditionKey(atoms) {
  return canonical(atoms).map(key).join(' ');
}

function key({ on, name, kind, text, namespace, labels }) {
  return JSON.stringify([on, name, kind, text, namespace, labels && Object.entries(labels).sort()]);
}

/** What comes first wins. Ids are paths in the construct tree. */
export function byPrecedence(a, b) {
  return compare(rank(a.atoms), rank(b.atoms)) || compare([a.id, a.name], [b.id, b.name]);
}

function rank(all) {
  const atoms = canonical(all);
  const about = (on) => atoms.filter((atom) => atom.on === on);
  const [path] = about('path');
  const [caller] = about('caller');
  const headers = about('header');
  const cookies = about('cookie');
  const query = about('query');
  const facts = caller ? Object.keys(caller.labels ?? {}).length + (caller.namespace ? 1 : 0) : 0;
  const values = [...headers, ...cookies, ...query];
  const count = (...kinds) => values.filter(({ kind }) => kinds.includes(kind)).length;
  const prefixes = values.filter(({ kind }) => kind === 'prefix');
  return [
    path ? { exact: 0, regex: 1, prefix: 2, stringPrefix: 2 }[path.kind] : 3,
    -(path?.text.length ?? 0),
    -about('method').length,
    -(headers.length + (cookies.length > 0 ? 1 : 0)),
    -query.length,
    -cookies.length,
    -facts,
    path?.kind === 'stringPrefix' ? 1 : 0,
    -count('exact', 'absent'),
    // The words leave open how prefixes weigh against expressions when several values are asked for.
    -prefixes.reduce((sum, { text }) => sum + 2 + text.length, count('regex')),
  ];
}

function compare(a, b) {
  const i = a.findIndex((part, index) => part !== b[index]);
  return i < 0 ? 0 : a[i] < b[i] ? -1 : 1;
}
