import { answerHtml } from '../lib/review/page/ask/answer';
import {
  FIELDS,
  linkTo,
  questionIn,
  questionOf,
  requestOf,
  type Question,
} from '../lib/review/page/ask/question';
import { manifestsOf, type Seeds } from '../lib/review/page/ask/seeds';
import { ASK, PAGE } from '../lib/review/words/page';
import { Simulator } from '../lib/simulate/simulator';
import { element } from './dom';

// Questions are answered here, by the simulator that wrote the review. It is made when somebody asks first.

const form = element('ask-form', HTMLFormElement);
const answer = element('answer', HTMLDivElement);
let simulators: readonly Simulator[] | undefined;

function makeSimulators(): readonly Simulator[] {
  const seeds = JSON.parse(document.getElementById('seeds')!.textContent) as Seeds;
  return seeds.versions.map((version) => Simulator.from(manifestsOf(seeds, version), { mesh: version.mesh }));
}

function typed(): Question {
  const data = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, data.get(name) as string]));
}

function show(question: Question): void {
  try {
    const request = requestOf(question);
    simulators ??= makeSimulators();
    const titles = simulators.length > 1 ? [PAGE.before, PAGE.after] : [];
    const sides = simulators.map((one, i) => ({ title: titles[i], decision: one.decide(request) }));
    answer.innerHTML = answerHtml(request, sides).text;
  } catch (error) {
    const message = document.createElement('p');
    message.className = 'tone high';
    message.textContent = `${ASK.wrong}${error instanceof Error ? error.message : String(error)}`;
    answer.replaceChildren(message);
  }
}

/** A link with a question is asked at once. */
function followLink(): void {
  const question = questionIn(location.hash);
  if (!question) return;
  form.reset();
  fill(question);
  const isMore = Boolean(question.serviceAccount ?? question.sourceIp ?? question.claims);
  if (isMore) form.querySelector('details')!.open = true;
  show(question);
  element('ask', HTMLElement).scrollIntoView();
  answer.focus({ preventScroll: true });
}

/** Somebody pastes a whole URL where only its host belongs. */
function takeApart(host: HTMLInputElement): void {
  if (!/^(https?|grpc|tcp|tls):\/\//.test(host.value)) return;
  fill(questionOf({ url: host.value.trim() }));
}

function fill(question: Question): void {
  for (const name of FIELDS) {
    const text = question[name];
    if (text !== undefined) (form.elements.namedItem(name) as HTMLInputElement).value = text;
  }
}

element('ask', HTMLElement).hidden = false;
document.documentElement.toggleAttribute('data-askable', true);
const host = element('ask-host', HTMLInputElement);
host.addEventListener('input', () => takeApart(host));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = typed();
  show(question);
  answer.scrollIntoView({ block: 'nearest' });
  history.replaceState(null, '', linkTo(question));
});
addEventListener('hashchange', followLink);
followLink();
