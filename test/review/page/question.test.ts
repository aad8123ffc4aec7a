import { linkTo, questionIn, questionOf, requestOf } from '../../../lib/review/page/ask/question';
import { review } from '../../../lib/review';
import { CASES } from '../support/cases';

describe('a question', () => {
  it('is a request', () => {
    const question = {
      from: 'shop/web',
      method: 'POST',
      scheme: 'https',
      host: ' reviews.shop ',
      port: '9080',
      path: '/reviews/7?x=1',
      headers: 'End-User: jason\n\ncookie: a=1\ncookie: b=2\n',
      serviceAccount: 'web',
      sourceIp: '10.0.0.1',
      claims: '{"iss": "a"}',
    };
    expect(requestOf(question)).toEqual({
      url: 'https://reviews.shop:9080/reviews/7?x=1',
      method: 'POST',
      headers: { 'end-user': 'jason', cookie: 'a=1; b=2' },
      from: { namespace: 'shop', name: 'web', serviceAccount: 'web' },
      sourceIp: '10.0.0.1',
      claims: { iss: 'a' },
    });
    expect(questionIn(linkTo(question))).toEqual(question);
  });

  it('needs no more than a host', () => {
    expect(requestOf({ host: 'reviews' })).toEqual({ url: 'http://reviews/', from: {} });
    expect(requestOf({ host: '[::1]', port: '80' }).url).toBe('http://[::1]:80/');
  });

  it('of a connection has neither method nor headers', () => {
    const question = { scheme: 'tcp', host: 'db', port: '5432', method: 'GET', path: '/x', headers: 'a: b' };
    expect(requestOf(question)).toEqual({ url: 'tcp://db:5432', from: {} });
  });

  it.each([
    [
      {},
      'Host must be a name or an address, got nothing; write for example reviews.shop, and port and path in their own fields',
    ],
    [{ host: 'http://a/b' }, 'Host must be a name or an address, got http://a/b;'],
    [{ host: '*.example.com' }, 'got *.example.com; write a name that it stands for'],
    [{ host: 'a', port: '0' }, 'Port must be a number from 1 to 65535, got 0; leave it empty'],
    [{ host: 'a', port: '1e3' }, 'Port must be a number'],
    [{ host: 'a', path: 'b' }, 'Path must start with / and have no blanks, got b;'],
    [{ host: 'a', method: 'get' }, 'Method must be in capitals, got get;'],
    [
      { host: 'a', headers: 'x' },
      "a header must be 'name: value', got 'x'; write for example end-user: jason",
    ],
    [{ host: 'a', sourceIp: '10.0.0' }, 'Client address must be an IP address, got 10.0.0; write'],
    [{ host: 'a', from: 'web' }, 'From must be namespace/workload, namespace/label=value'],
    [{ host: 'a', claims: '[1]' }, 'Claims of its token, as JSON must be a JSON object, got [1];'],
    [
      { host: 'a', from: 'outside', serviceAccount: 'x' },
      'Service account must go with a workload, got x for outside;',
    ],
  ])('%j is refused with what to do', (question, message) => {
    expect(() => requestOf(question)).toThrow(message);
  });

  it('is found in no other link', () => {
    for (const link of ['', '#ask', '#host-a', 'ask?host=a']) expect(questionIn(link)).toBeUndefined();
    expect(questionIn('#ask?host=a&__proto__=b&constructor=c')).toEqual({ host: 'a' });
  });

  it.each(Object.keys(CASES))('asks again what an example of a review asks: %s', (name) => {
    const { before, after } = CASES[name]!;
    for (const { views } of review(before, after).hosts) {
      for (const { example } of views.flatMap(({ classes }) => classes)) {
        expect(requestOf(questionIn(linkTo(questionOf(example)))!)).toEqual(example);
      }
    }
  });
});
