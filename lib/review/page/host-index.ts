import type { GatewayCaller } from '../../simulate/request';
import type { Review } from '../review';
import { PAGE, foundText } from '../words/page';
import type { Marked } from './host-marks';
import { markup, type Markup } from './markup';

/** All hosts in a list of links, for those who look for one. Nothing if there are none. */
export function indexHtml(review: Review, hosts: readonly Marked[]): Markup | undefined {
  if (hosts.length === 0) return undefined;
  const namespaces = new Set(hosts.flatMap(({ namespace, host }) => (host.gateway ? [] : [namespace])));
  namespaces.delete('');
  return markup`<nav class="index" aria-label="${PAGE.nav}">${filterHtml(review, hosts)}
    <ol>${hosts.map((host) => linkHtml(host, namespaces.size > 1))}</ol></nav>`;
}

/** @param withNamespace hosts of one name may be in several */
function linkHtml({ host, id, namespace, risk, isChanged }: Marked, withNamespace: boolean): Markup {
  const [, name = host.host] = /^([^.]+)\.[^.]+\.svc\.cluster\.local$/.exec(host.host) ?? [];
  const place = host.gateway ? doorOf(host.gateway, namespace) : withNamespace ? namespace : '';
  const dot = isChanged ? markup`<i class="dot ${risk}"></i>` : undefined;
  const below = place === '' ? undefined : markup` <small>${place}</small>`;
  return markup`<li data-for="${id}"><a href="#${id}">${dot}<span>${name === '*' ? PAGE.anyHost : name}</span>${below}</a></li>`;
}

function doorOf({ gateway: { name, labels = {} } }: GatewayCaller, namespace: string): string {
  return `${namespace}/${name ?? Object.values(labels).join()}`;
}

/** Search and filters. They are hidden until the script of the page is there. */
function filterHtml({ kind }: Review, hosts: readonly Marked[]): Markup {
  const namespaces = [...new Set(hosts.map(({ namespace }) => namespace))].sort();
  const risks = kind === 'difference' ? riskHtml() : undefined;
  return markup`<form id="filter" role="search" hidden><p class="field"><label for="q">${PAGE.search}</label>
    <input id="q" type="search" placeholder="${PAGE.searchHint}" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></p>
    ${namespaces.length > 1 ? namespacesHtml(namespaces) : undefined}${risks}
    <p class="count"><output id="count" for="q">${foundText(hosts.length, hosts.length)}</output>
    <button id="clear" type="reset" hidden>${PAGE.clear}</button></p></form>`;
}

function namespacesHtml(namespaces: readonly string[]): Markup {
  return markup`<p class="field"><label for="namespace">${PAGE.namespace}</label>
    <select id="namespace"><option value="*">${PAGE.anyNamespace}</option>
    ${namespaces.map((one) => markup`<option value="${one}">${one === '' ? PAGE.outside : one}</option>`)}</select></p>`;
}

function riskHtml(): Markup {
  const levels = ['low', 'medium', 'high'] as const;
  return markup`<p class="field"><label for="risk">${PAGE.risk}</label>
    <select id="risk"><option value="none">${PAGE.anyRisk}</option>
    ${levels.map((level) => markup`<option value="${level}">${PAGE.atLeast[level]}</option>`)}</select></p>
    <p class="check"><input id="changed" type="checkbox"><label for="changed">${PAGE.changedOnly}</label></p>`;
}
