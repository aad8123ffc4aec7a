import * as jestGlobals from '@jest/globals';
import { App } from 'cdk8s';
import { from, matchers, request, type MeshMatchers } from '../../lib/jest';
import { always } from './support/decisions';

// `npm run types` reads this file as well: the lines below have to be wrong for the compiler, the others right.

const CALL = request('GET', 'http://reviews.shop:9080/');

describe('types', () => {
  it('are those of the global expect', () => {
    expect(always()).toRoute(CALL, { 'reviews v1': expect.any(Number) });
    // @ts-expect-error -- a text is no share
    expect(() => expect(always()).toRoute(CALL, { reviews: '100' })).toThrow('must be a number');
    // @ts-expect-error -- no such transport
    expect(() => expect(always()).toSpeak(CALL, 'mtls')).toThrow('must be one of');
    // @ts-expect-error -- a request is not a URL
    expect(() => expect(always()).toClose('http://reviews')).toThrow('must be made by');
  });

  it('are those of @jest/globals', async () => {
    jestGlobals.expect(always()).toRoute(CALL, { 'reviews v1': jestGlobals.expect.any(Number) });
    jestGlobals.expect(always()).not.toDelay(CALL);
    await jestGlobals.expect(Promise.resolve(always())).resolves.toReach(CALL, 'reviews');
    // @ts-expect-error -- a text is no share
    jestGlobals.expect(() => jestGlobals.expect(1).toRoute(CALL, { reviews: '1' })).toThrow();
  });

  it('name every matcher, and no other', () => {
    const all: Record<keyof MeshMatchers<void>, unknown> = matchers;
    expect(Object.keys(all)).toHaveLength(21);
    const extended: jest.ExpectExtendMap = matchers;
    expect(extended).toBe(matchers);
  });

  it('know senders', () => {
    expect(from({ namespace: 'shop', labels: { app: 'a' } }).delete('http://b/')).toEqual({
      method: 'DELETE',
      url: 'http://b/',
      from: { namespace: 'shop', labels: { app: 'a' } },
    });
    // @ts-expect-error -- an app sends nothing
    expect(() => from(new App())).toThrow('must be a construct with a name');
  });
});
