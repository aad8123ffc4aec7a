// Conditions as lists of atoms, all of which have to hold. At most one atom about each thing.
import fc from 'fast-check';
import { maybe, one } from './common.mjs';

/** A universe that is small enough for conditions to overlap all the time. */
export const PATHS = ['/', '/a', '/a/', '/a/b', '/ab', '/a/b/c', '/b', '/v', '/v/a', '/v/b', '/b/a'];
export const VALUES = ['1', '12', '2'];
export const CALLERS = [
  { namespace: 'client', labels: { app: 'web', tier: 'front' } },
  { namespace: 'shop', labels: { app: 'job' } },
];

const kind = (name, ...texts) => one(...texts).map((text) => ({ kind: name, text }));
const weighted = (weight, arbitrary) => ({ weight, arbitrary });

const values = ({ regexes }) =>
  fc.oneof(
    weighted(4, kind('exact', ...VALUES)),
    weighted(2, kind('prefix', '1', '12')),
    weighted(1, fc.constant({ kind: 'present' })),
    weighted(regexes ? 2 : 0, kind('regex', '1.*', '[12]', '.*2')),
  );

const headerValues = (can) =>
  fc.oneof(weighted(7, values(can)), weighted(can.absent ? 1 : 0, fc.constant({ kind: 'absent' })));

const cookieValues = fc.oneof(kind('exact', '1', '2'), fc.constant({ kind: 'present' }));

/** Paths that a prefix rewrite can be about. */
export const segmentPaths = fc
  .oneof(
    weighted(3, kind('exact', ...PATHS)),
    weighted(4, kind('prefix', '/a', '/a/', '/a/b', '/b', '/', '/v')),
  )
  .map((path) => ({ on: 'path', ...path }));

export const paths = ({ stringPrefix, regexes, regexPaths }) =>
  fc.oneof(
    weighted(7, segmentPaths),
    weighted(
      stringPrefix ? 2 : 0,
      kind('stringPrefix', '/a', '/a/', '/a/b', '/v', '/').map((path) => ({ on: 'path', ...path })),
    ),
    weighted(
      regexes && regexPaths ? 2 : 0,
      kind('regex', '/a.*', '/[ab]', '.*b').map((path) => ({ on: 'path', ...path })),
    ),
  );

const named = (on, names, match) =>
  fc
    .uniqueArray(fc.record({ name: one(...names), match }), {
      selector: ({ name }) => name.toLowerCase(),
      maxLength: 2,
    })
    .map((list) => list.map(({ name, match }) => ({ on, name, ...match })));

const callers = one(
  { on: 'caller', namespace: 'client' },
  { on: 'caller', namespace: 'shop' },
  { on: 'caller', labels: { app: 'web' } },
  { on: 'caller', labels: { tier: 'front', app: 'web' } },
  { on: 'caller', namespace: 'client', labels: { app: 'job' } },
);

/** A condition with a certain kind of path; by default with any or none. */
export const condition = (can, path = maybe(paths(can), 60)) =>
  fc
    .tuple(
      path,
      maybe(kind('exact', 'GET', 'POST'), 30).map((method) => method && { on: 'method', text: method.text }),
      maybe(named('header', ['x', 'Y'], headerValues(can)), 60),
      maybe(named('cookie', ['c', 's'], cookieValues), 20),
      maybe(named('query', ['q'], values(can)), 20),
      maybe(callers, can.callers ? 10 : 0),
    )
    .map((parts) => parts.flat().filter((atom) => atom !== undefined))
    .filter((atoms) => atoms.length > 0);

/** What constructs take as `match`: one or two alternatives. */
export const alternatives = (...options) => fc.array(condition(...options), { minLength: 1, maxLength: 2 });
