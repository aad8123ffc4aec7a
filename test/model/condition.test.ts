import fc from 'fast-check';
import {
  ANY,
  conditionKey,
  contains,
  describeCondition,
  meetConditions,
  type Condition,
} from '../../lib/model/condition';
import { EMPTY, UNKNOWN, isMet, type Meet } from '../../lib/model/meet';
import { comparePrecedence } from '../../lib/model/precedence';
import { conditions, requests } from '../support/arbitraries';
import { satisfies } from '../support/requests';

const any = conditions({ regexes: true });
const told = (met: Meet<Condition>) => (isMet(met) ? conditionKey(met) : met);

describe('the intersection of conditions', () => {
  it('is satisfied by the requests that satisfy both', () => {
    fc.assert(
      fc.property(any, any, requests, (a, b, request) => {
        const met = meetConditions(a, b);
        const both = satisfies(request, a) && satisfies(request, b);
        if (met === EMPTY) expect(both).toBe(false);
        else if (isMet(met)) expect(satisfies(request, met)).toBe(both);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is the same from both sides, and of a condition with itself and with everything', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(told(meetConditions(a, b))).toBe(told(meetConditions(b, a)));
        for (const met of [meetConditions(a, a), meetConditions(a, ANY)])
          expect(conditionKey(met as Condition)).toBe(conditionKey(a));
      }),
    );
  });

  it('is unknown only where regular expressions are', () => {
    const plain = conditions();
    fc.assert(fc.property(plain, plain, (a, b) => meetConditions(a, b) !== UNKNOWN));
  });

  it('does not mix cookies with the header that they come in', () => {
    const cookie: Condition = { ...ANY, cookies: [{ name: 'c', match: { kind: 'present' } }] };
    const header = (match: Condition['headers'][number]['match']): Condition => ({
      ...ANY,
      headers: [{ name: 'cookie', match }],
    });
    expect(meetConditions(cookie, header({ kind: 'absent' }))).toBe(EMPTY);
    expect(meetConditions(cookie, header({ kind: 'exact', text: 'c=1' }))).toBe(UNKNOWN);
    expect(meetConditions(cookie, header({ kind: 'present' }))).toEqual(cookie);
  });
});

describe('precedence', () => {
  it('puts a condition before all that contain it', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(contains(b, a) && !contains(a, b));
        expect(comparePrecedence(a, b)).toBeLessThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is the order that the Gateway API prescribes', () => {
    const path = (kind: 'exact' | 'prefix' | 'regex', text: string): Condition => ({
      ...ANY,
      path: { kind, path: text },
    });
    const one = { name: 'x', match: { kind: 'exact', text: '1' } } as const;
    const two = { name: 'y', match: { kind: 'exact', text: '1' } } as const;
    const inOrder: Condition[] = [
      path('exact', '/a'),
      path('regex', '/.*'),
      path('prefix', '/a/b'),
      { ...path('prefix', '/a'), method: 'GET' },
      path('prefix', '/a'),
      { ...ANY, method: 'GET', headers: [one] },
      { ...ANY, method: 'GET' },
      { ...ANY, headers: [one, two] },
      { ...ANY, headers: [one], query: [two] },
      { ...ANY, headers: [one] },
      { ...ANY, query: [one] },
      ANY,
    ];
    expect([...inOrder].reverse().sort(comparePrecedence)).toEqual(inOrder);
  });
});

it('conditions are told in words', () => {
  expect(describeCondition(ANY)).toBe('every request');
  expect(
    describeCondition({
      path: { kind: 'prefix', path: '/a' },
      method: 'GET',
      headers: [{ name: 'x', match: { kind: 'exact', text: '1' } }],
      cookies: [{ name: 'c', match: { kind: 'present' } }],
      query: [{ name: 'q', match: { kind: 'regex', text: '[0-9]+' } }],
      source: { namespace: 'shop', labels: [['app', 'web']] },
    }),
  ).toBe(
    'requests with method GET, path /a/*, header x = "1", cookie c is present, query parameter q matches [0-9]+, from namespace shop, from workloads with app=web',
  );
});
