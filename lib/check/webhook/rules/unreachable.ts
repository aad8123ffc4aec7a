import { show } from '../../finding';
import { http, TO } from '../examples';
import type { View } from '../proto/messages';
import { rule } from '../rule';
import { conditionsOf, type Match } from './match-conditions';

type Field = 'http' | 'tls' | 'tcp';
interface Route {
  readonly name?: string;
  readonly match: readonly Match[];
}

const FIELDS: readonly Field[] = ['http', 'tls', 'tcp'];
const DEAD = 'Routes are asked in order, and the first one that matches wins: this one never gets a request.';

function routesOf(virtual: View<'VirtualService'>, field: Field): readonly Route[] {
  return virtual[field];
}

interface Reading {
  /** Routes that never get a request, and why. */
  readonly unused: readonly { readonly route: number; readonly reason: string }[];
  /** Matches that an earlier route has already. */
  readonly repeated: readonly { readonly route: number; readonly match: number; readonly first: number }[];
}

const readings = new WeakMap<object, Map<Field, Reading>>();

function read(virtual: View<'VirtualService'>, field: Field): Reading {
  let known = readings.get(virtual);
  if (!known) readings.set(virtual, (known = new Map<Field, Reading>()));
  let reading = known.get(field);
  if (!reading) known.set(field, (reading = readRoutes(routesOf(virtual, field))));
  return reading;
}

function readRoutes(routes: readonly Route[]): Reading {
  const unused: { route: number; reason: string }[] = [];
  const repeated: { route: number; match: number; first: number }[] = [];
  const seen = new Map<string, number>();
  let catchAll: number | undefined;
  const isComparable = routes.reduce((count, { match }) => count + match.length, 0) > 1;
  routes.forEach(({ match }, i) => {
    if (match.length === 0) {
      if (catchAll !== undefined)
        unused.push({ route: i, reason: `route ${catchAll} before it matches everything` });
      catchAll = i;
      return;
    }
    let duplicates = 0;
    match.forEach((one, j) => {
      if (catchAll !== undefined) {
        unused.push({ route: i, reason: `route ${catchAll} before it matches everything` });
        return;
      }
      const conditions = isComparable ? conditionsOf(one) : '';
      const first = seen.get(conditions);
      if (first === undefined) seen.set(conditions, i);
      else {
        repeated.push({ route: i, match: j, first });
        duplicates++;
      }
    });
    if (duplicates === match.length)
      unused.push({ route: i, reason: 'routes before it have all of its matches' });
  });
  return { unused, repeated };
}

function nameOf({ name }: Route, i: number): string {
  return name ? `${i} (${show(name)})` : String(i);
}

function eachField(virtual: View<'VirtualService'>, say: (field: Field, reading: Reading) => void): void {
  for (const field of FIELDS) say(field, read(virtual, field));
}

export const UNREACHABLE_RULES = [
  rule(
    'VirtualService',
    {
      id: 'route-unreachable',
      severity: 'warning',
      upstream: ['IST0130'],
      title: 'A route never gets a request',
      why: DEAD,
      fix: 'Move the route without match to the end, or remove the route.',
      bad: http(TO, `match: [{uri: {prefix: /a}}], ${TO}`),
      good: http(`match: [{uri: {prefix: /a}}], ${TO}`, TO),
    },
    (virtual, at) => {
      eachField(virtual, (field, { unused }) => {
        for (const { route, reason } of unused)
          at.say(
            `route ${nameOf(routesOf(virtual, field)[route]!, route)} must be reachable, but ${reason}`,
            field,
            route,
          );
      });
    },
  ),
  rule(
    'VirtualService',
    {
      id: 'match-repeated',
      severity: 'warning',
      upstream: ['IST0131'],
      title: 'A match is there already',
      why: DEAD,
      fix: 'Remove the match, or make it different.',
      bad: http(`match: [{uri: {prefix: /a}}, {uri: {prefix: /a}}], ${TO}`),
      good: http(`match: [{uri: {prefix: /a}}, {uri: {prefix: /b}}], ${TO}`),
    },
    (virtual, at) => {
      eachField(virtual, (field, { repeated }) => {
        for (const { route, match, first } of repeated)
          at.say(
            `match ${match} must be new, but route ${nameOf(routesOf(virtual, field)[first]!, first)} has it already`,
            field,
            route,
            'match',
            match,
          );
      });
    },
  ),
];
