import { set } from '../../edit';
import { show } from '../../finding';
import { TO, virtualService } from '../examples';
import { rule } from '../rule';
import { isConvertedRoute } from './converted';
import { fqdnProblem } from '../text/hosts';
import { isDnsLabel } from '../text/labels';

const HTTP = `http: [{${TO}}]`;
const GOOD = virtualService(`{hosts: [a.com], gateways: [infra/public, mesh], ${HTTP}}`);
const TYPES = ['VirtualService', 'HTTPMatchRequest', 'TLSMatchAttributes', 'L4MatchAttributes'] as const;

/** The gateways that are looked at: Istio's loop ends with the first name that has no slash. */
function* looked(
  gateways: readonly string[],
): Generator<{ i: number; name: string; parts?: [string, string] }, void> {
  for (const [i, name] of gateways.entries()) {
    const slash = name.indexOf('/');
    if (slash === -1) {
      yield { i, name };
      return;
    }
    yield { i, name, parts: [name.slice(0, slash), name.slice(slash + 1)] };
  }
}

export const GATEWAY_NAME_RULES = [
  rule(
    TYPES,
    {
      id: 'gateway-name-half-empty',
      title: 'Half of a gateway name is missing',
      why: 'A gateway is named as namespace/name.',
      fix: 'Give both, or the name alone for a gateway of the same namespace.',
      bad: virtualService(`{hosts: [a.com], gateways: [public/], ${HTTP}}`),
      good: GOOD,
    },
    ({ gateways }, at) => {
      for (const { i, name, parts } of looked(gateways))
        if (parts?.includes('')) at.say(`a gateway must be namespace/name, got ${show(name)}`, 'gateways', i);
    },
  ),
  rule(
    TYPES,
    {
      id: 'gateway-namespace',
      title: 'The namespace of a gateway is none',
      why: 'No such namespace can exist. Even "./name" is refused: for the own namespace the name stands alone.',
      fix: 'Write namespace/name, or the name alone.',
      isFixable: true,
      bad: virtualService(`{hosts: [a.com], gateways: [./public], ${HTTP}}`),
      good: GOOD,
    },
    ({ gateways }, at) => {
      for (const { i, name, parts } of looked(gateways))
        if (parts && !isDnsLabel(parts[0]))
          at.mend(
            parts[0] === '.' ? [set(['gateways', i], parts[1])] : [],
            `the namespace of a gateway must be a DNS label, got ${show(name)}`,
            'gateways',
            i,
          );
    },
  ),
  rule(
    TYPES,
    {
      id: 'gateway-name',
      title: 'The name of a gateway is none',
      why: 'No Gateway can have such a name.',
      fix: 'Write namespace/name.',
      bad: virtualService(`{hosts: [a.com], gateways: [infra/a.b], ${HTTP}}`),
      good: GOOD,
    },
    ({ gateways }, at) => {
      if (at.type === 'VirtualService' && isConvertedRoute(at)) return;
      for (const { i, name, parts } of looked(gateways))
        if (parts && !isDnsLabel(parts[1]))
          at.say(`the name of a gateway must be a DNS label, got ${show(name)}`, 'gateways', i);
    },
  ),
  rule(
    TYPES,
    {
      id: 'gateway-host-name',
      title: 'A gateway is no name at all',
      why: 'No Gateway can have such a name. Istio checks no entry after the first one without a slash.',
      fix: 'Write namespace/name, the name alone, or mesh for all sidecars.',
      bad: virtualService(`{hosts: [a.com], gateways: [Public_Gateway], ${HTTP}}`),
      good: GOOD,
    },
    ({ gateways }, at) => {
      for (const { i, name, parts } of looked(gateways)) {
        const problem = parts ? undefined : fqdnProblem(name);
        if (problem) at.say(`a gateway must be named, got ${show(name)}, which ${problem}`, 'gateways', i);
      }
    },
  ),
  rule(
    ['VirtualService', 'TLSMatchAttributes'],
    {
      id: 'gateway-name-legacy',
      severity: 'warning',
      title: 'A gateway is named as name.namespace',
      why: 'This form is from before namespaces could be written, and looks like a host.',
      fix: 'Write namespace/name.',
      upstream: ['IST0133', 'KIA1108'],
      isFixable: true,
      bad: virtualService(`{hosts: [a.com], gateways: [public.infra.svc.cluster.local], ${HTTP}}`),
      good: GOOD,
    },
    ({ gateways }, at) => {
      for (const { i, name, parts } of looked(gateways))
        if (!parts && name.includes('.')) {
          const [gateway, namespace] = name.split('.');
          at.mend(
            // It is what Istio makes of the name.
            gateway && namespace ? [set(['gateways', i], `${namespace}/${gateway}`)] : [],
            `a gateway must be namespace/name, got ${show(name)}; write ${namespace}/${gateway}`,
            'gateways',
            i,
          );
        }
    },
  ),
];
