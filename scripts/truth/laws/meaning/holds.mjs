// When a condition holds, from the words of PathPattern, HeaderMatch, QueryMatch and Match alone.

/** Whether all atoms hold for a request: `{ method, path, headers, cookies, query, caller? }`. */
export function holds(atoms, request) {
  return atoms.every((atom) => atomHolds(atom, request));
}

function atomHolds(atom, { method, path, headers, cookies, query, caller }) {
  switch (atom.on) {
    case 'path':
      return pathHolds(atom, path);
    case 'method':
      return method === atom.text;
    case 'header':
      return valueHolds(atom, headers[atom.name.toLowerCase()]);
    case 'cookie':
      return valueHolds(atom, cookies[atom.name]);
    case 'query':
      return valueHolds(atom, query[atom.name]);
    case 'caller':
      return (
        caller !== undefined &&
        (atom.namespace === undefined || atom.namespace === caller.namespace) &&
        Object.entries(atom.labels ?? {}).every(([key, text]) => caller.labels[key] === text)
      );
  }
}

function pathHolds({ kind, text }, path) {
  switch (kind) {
    case 'exact':
      return path === text;
    case 'prefix': {
      const segments = (whole) => whole.split('/').slice(1);
      const wanted = segments(text.replace(/\/$/, ''));
      const got = segments(path);
      return wanted.every((segment, i) => got[i] === segment);
    }
    case 'stringPrefix':
      return path.startsWith(text);
    case 'regex':
      return new RegExp(`^(?:${text})$`).test(path);
  }
}

function valueHolds({ kind, text }, value) {
  if (value === undefined) return kind === 'absent';
  switch (kind) {
    case 'exact':
      return value === text;
    case 'prefix':
      return value.startsWith(text);
    case 'regex':
      return new RegExp(`^(?:${text})$`).test(value);
    default:
      return kind === 'present';
  }
}
