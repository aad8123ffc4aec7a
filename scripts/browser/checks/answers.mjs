import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Simulator } = require('../../../build/lib/simulate');
const { answerHtml } = require('../../../build/lib/review/page/ask/answer');
const { linkTo, questionOf, requestOf } = require('../../../build/lib/review/page/ask/question');

const TITLES = ['Before', 'After'];
const SHOP = 'online-boutique';
const gateway = 'gateway';
const frontend = `${SHOP}/frontend`;

/** What the tests of the story ask. */
const STORY = [
  { from: gateway, host: 'shop.example.com' },
  { from: gateway, host: 'shop.example.com', headers: 'x-role: staff' },
  { from: gateway, host: 'shop.example.com', headers: 'cookie: brand=v3' },
  { from: gateway, host: 'shop.example.com', headers: 'cookie: currency=EUR; brand=v1' },
  { from: gateway, host: 'shop.example.com', headers: 'cookie: currency=EUR\ncookie: brand=v2' },
  { from: frontend, scheme: 'grpc', host: 'adservice', port: '9555', path: '/hipstershop.AdService/GetAds' },
  {
    from: frontend,
    scheme: 'grpc',
    host: 'cartservice',
    port: '7070',
    path: '/hipstershop.CartService/GetCart',
  },
  { from: frontend, scheme: 'https', host: 'storage.googleapis.com' },
  { from: frontend, host: 'metadata.google.internal' },
  { from: frontend, scheme: 'https', host: 'www.example.com' },
  { from: `${SHOP}/cartservice`, scheme: 'tcp', host: 'redis-cart', port: '6379' },
  { from: frontend, host: 'frontend', headers: 'X-Role: staff' },
  { from: 'outside', host: `frontend.${SHOP}` },
];

const REFUSED = [
  { host: 'reviews', from: 'web' },
  { host: 'reviews', from: 'shop/nobody' },
  { host: 'a b' },
  { host: 'a', port: 'x' },
  { host: 'a', headers: 'no header' },
  { host: 'a', claims: '{' },
];

/** The page says what the same simulator says in Node of all of the manifests. */
export async function checkAnswers(visit, pages) {
  let asked = 0;
  for (const page of Object.values(pages)) {
    const simulators = page.versions.map((one) => Simulator.from(one));
    const questions = [...(page.name === 'description' ? STORY : []), ...questionsAbout(page.review)];
    await visit(page, { viewport: { width: 1360, height: 900 } }, async (tab) => {
      for (const question of questions) {
        assert.equal(
          await type(tab, question),
          await expected(tab, simulators, question),
          JSON.stringify(question),
        );
        asked++;
      }
      for (const question of REFUSED) {
        assert.equal(await type(tab, question), `That cannot be asked: ${messageOf(simulators, question)}`);
      }
    });
    const [first] = questions;
    if (!first) continue;
    await visit({ ...page, url: `${page.url}${linkTo(first)}` }, {}, async (tab) => {
      assert.equal(await tab.textContent('#answer'), await expected(tab, simulators, first), 'a link asks');
    });
  }
  await fromTheReview(visit, pages);
  return `${asked} questions`;
}

/** Links beside hosts and examples lead to answers. */
async function fromTheReview(visit, { change }) {
  await visit(change, {}, async (tab) => {
    await tab.click('table a.ask');
    await tab.waitForFunction(() =>
      /treated differently: destination and timeout/.test(document.querySelector('#answer').textContent),
    );
    await tab.click('[data-host] > .links a.ask');
    await tab.waitForFunction(() => document.querySelector('#ask-host').value.startsWith('reviews.'));
  });
}

async function type(tab, question) {
  await tab.evaluate(
    (fields) => {
      const form = document.querySelector('#ask-form');
      form.reset();
      for (const [name, text] of Object.entries(fields)) form.elements.namedItem(name).value = text;
    },
    { ...EMPTY, ...question },
  );
  await tab.click('#ask-form button[type=submit]');
  return tab.textContent('#answer');
}

const EMPTY = { from: '', method: 'GET', scheme: 'http', host: '', port: '', path: '', headers: '' };

/** The text of the answer that Node gives. */
function expected(tab, simulators, question) {
  const request = requestOf({ method: 'GET', ...question });
  const sides = simulators.map((one, i) => ({
    title: simulators.length > 1 ? TITLES[i] : undefined,
    decision: one.decide(request),
  }));
  return tab.evaluate(
    (text) => new DOMParser().parseFromString(text, 'text/html').body.textContent,
    answerHtml(request, sides).text,
  );
}

function messageOf([simulator], question) {
  try {
    simulator.decide(requestOf(question));
  } catch (error) {
    return error.message;
  }
  throw new Error(`${JSON.stringify(question)} must be refused`);
}

/** Each port of each host, by one of each kind of callers; and the examples of what changes. */
function questionsAbout(review) {
  return review.hosts.flatMap(({ host, views }) =>
    views.flatMap(({ port, callers, protocol, classes = [] }) => [
      ...classes.map(({ example }) => questionOf(example)),
      ...callers
        .slice(0, port === 0 ? 0 : 2)
        .map((from) =>
          questionOf({ url: `${protocol ?? 'http'}://${host.replace('*', 'any')}:${port}`, from }),
        ),
    ]),
  );
}
