// What the API server says, and what we say, in one form: whether it takes the object, and at which fields it does not.

/** Said about the object as a whole: the path is in the text. */
const INSIDE = [/^"\.?(?<path>.*)" must (not )?validate/s, /^Checked value must be .*? in \.?(?<path>.*)$/s];

const SKIPPED = 'some validation rules were not checked';

/** The verdict of the API server. */
export function theirs({ error, apiserver, unknownFields }) {
  // It cannot even tell the kind.
  if (error) return { isJudged: true, unknown: [], paths: ['apiVersion'], rules: [] };
  if (!apiserver) return { isJudged: false, unknown: [], paths: [], rules: [] };
  const said = apiserver.filter(({ detail }) => !detail.startsWith(SKIPPED));
  return {
    isJudged: true,
    unknown: sorted(unknownFields.map(plain)),
    paths: sorted([...new Set(said.filter(({ cel }) => !cel).map(pathOf))]),
    rules: sorted(said.filter(({ cel }) => cel).map(({ field }) => plain(field))),
  };
}

function pathOf({ type, field, detail }) {
  if (type === 'BadRequest') return 'metadata';
  if (type === 'NotFound') return 'apiVersion';
  if (field && field !== '<nil>') return plain(field);
  const inside = INSIDE.map((form) => form.exec(detail)?.groups.path).find((path) => path !== undefined);
  return plain(detail.startsWith('"') ? unquoted(inside) : inside);
}

/** What stands between quotes in Go. */
function unquoted(text) {
  const letters = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
  return text.replace(/\\(?:x(..)|u(.{4})|U(.{8})|(.))/gs, (_, byte, short, long, letter) =>
    letter ? (letters[letter] ?? letter) : String.fromCodePoint(parseInt(byte ?? short ?? long, 16)),
  );
}

/** Ours. */
export function ours({ isJudged, findings }) {
  const refusals = findings.filter(({ severity }) => severity === 'error');
  const at = (...ids) =>
    sorted(refusals.filter(({ id }) => ids.includes(id)).map(({ path }) => joined(path)));
  const others = refusals.filter(({ id }) => !['schema-unknown-field', 'schema-rule'].includes(id));
  return {
    isJudged,
    unknown: at('schema-unknown-field'),
    paths: sorted([...new Set(others.map(ourPath))]),
    rules: at('schema-rule'),
  };
}

/** The API server does not say which label or owner, and not which field of metadata it cannot read. */
function ourPath({ id, path }) {
  if (id === 'schema-metadata-type') return 'metadata';
  const isMap = path[0] === 'metadata' && ['labels', 'annotations', 'finalizers'].includes(path[1]);
  const isOwner = path[0] === 'metadata' && path[1] === 'ownerReferences';
  if (isOwner) return joined(path.filter((_, i) => i !== 2));
  return joined(isMap ? path.slice(0, 2) : path);
}

function joined(path) {
  return plain(path.join('.'));
}

/** `a[0].b[c]` and `a.0.b.c` are the same. */
function plain(field) {
  return field
    .replace(/[.[\]]+/g, '.')
    .replace(/^\.|\.$/g, '')
    .toWellFormed(); // what is no Unicode, Go replaces
}

function sorted(list) {
  return [...list].sort();
}

export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
