import type { Decision } from '../../../simulate/decision';
import { SIGNS, refName, shownSteps, type Shown } from '../../../simulate/explain/shown';
import type { Request } from '../../../simulate/request';
import { nameCaller } from '../../../simulate/written/caller';
import { namespaceOfHost } from '../../subject/hosts';
import { differences } from '../../treatment/same';
import { treatmentOf } from '../../treatment/treatment';
import { aspectNames, endAnswers, wayAnswers, type EndAnswer } from '../../words/answer';
import { exampleText } from '../../words/example';
import { ASK } from '../../words/page';
import { withNumbers } from '../numbers';
import { markup, type Markup } from '../markup';

/** What one version of the manifests does to the request. */
export interface Side {
  /** Nothing where there is only one. */
  readonly title?: string;
  readonly decision: Decision;
}

/** The answer: how the request ends, what happens on its way, and why. */
export function answerHtml(request: Request, sides: readonly Side[]): Markup {
  const namespace = namespaceOfHost(/^\w+:\/\/([^/:?#]+)/.exec(request.url)?.[1] ?? '');
  const treatments = sides.map(({ decision }) => treatmentOf(decision, namespace));
  const isHttp = !/^(tcp|tls):/.test(request.url);
  const [before, after] = treatments;
  const changed = before && after ? differences(before, after) : [];
  const verdict = changed.length === 0 ? ASK.same : `${ASK.different}${aspectNames(changed)}.`;
  return markup`<h3 class="question"><code>${exampleText(request)}</code> <small>${ASK.by} ${nameCaller(request.from ?? {})}</small></h3>
    ${after && markup`<p class="tone ${changed.length === 0 ? 'none' : 'medium'}">${verdict}</p>`}
    <div class="sides">${sides.map(({ title, decision }, i) => {
      const treatment = treatments[i]!;
      return markup`<div>${title && markup`<h4>${title}</h4>`}
        <ul class="ends">${endAnswers(treatment).map(endHtml)}</ul>
        <ul>${wayAnswers(treatment, isHttp).map((text) => markup`<li>${withNumbers(text)}</li>`)}
        ${decision.notModelled.map(({ object, why }) => markup`<li class="tone medium">${ASK.gap}${refName(object)}, ${why}.</li>`)}</ul>
        ${whyHtml(decision)}</div>`;
    })}</div>`;
}

function endHtml({ share, fraction, text, isBad }: EndAnswer): Markup {
  const width = Math.max(1, Math.round(fraction * 100));
  return markup`<li class="${isBad ? 'bad' : 'good'}">
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="6"/>
    <rect width="${width}" height="6"/></svg><b>${share}</b> <span>${text}</span></li>`;
}

function whyHtml({ explanation = [] }: Decision): Markup {
  return markup`<details open aria-live="off"><summary>${ASK.why}</summary>${stepsHtml(shownSteps(explanation))}</details>`;
}

function stepsHtml(steps: readonly Shown[]): Markup | undefined {
  if (steps.length === 0) return undefined;
  return markup`<ul class="steps">${steps.map((step) => {
    if ('omitted' in step) return markup`<li class="quiet">${ASK.omitted(step.omitted)}</li>`;
    const { verdict, text, place, steps: inner } = step;
    return markup`<li class="${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${text}
      ${place === '' ? undefined : markup` <small>${place}</small>`}${stepsHtml(inner)}</li>`;
  })}</ul>`;
}
