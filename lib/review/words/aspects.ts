import type { AffinityKey, Retries } from '../../simulate/decision';
import type { Aspect, Treatment } from '../facts';
import { endsText, share } from './ends';
import { headersText } from './headers';
import { duration, list } from './numbers';
import { BALANCERS, ejectionText, limitsText, perText, transportText } from './policies';

/**
 * What an aspect of a treatment is, in words that go on after `These requests …`. An empty text where there is nothing
 * to say: `absentText` has words for that.
 * @param sample the path that rewrites and redirects are told of, if they depend on it
 */
export function aspectText(treatment: Treatment, aspect: Aspect, sample?: string): string {
  switch (aspect) {
    case 'ends':
      return endsText(treatment.ends, sample);
    case 'access':
      return accessText(treatment.access);
    case 'delay': {
      const { delay } = treatment;
      return delay ? `${share(delay.probability)}wait ${duration(delay.duration)} first` : '';
    }
    case 'mirrors':
      return list(
        treatment.mirrors.map(
          ({ to, probability, reachable }) =>
            `${share(probability)}are copied to ${to}${reachable ? '; answers are discarded' : ', where nobody is'}`,
        ),
      );
    case 'rewrite': {
      const { path, authority } = treatment.rewrite ?? {};
      return list([
        ...(path !== undefined ? [rewriteText(path, sample)] : []),
        ...(authority !== undefined ? [`arrive with host ${authority}`] : []),
      ]);
    }
    case 'requestHeaders':
      return headersText(treatment.requestHeaders, 'arrive');
    case 'responseHeaders':
      return headersText(treatment.responseHeaders, 'are answered');
    case 'cors':
      return treatment.cors
        ? 'follow cross-origin rules: the proxy answers preflight requests by itself'
        : '';
    case 'timeout':
      return treatment.timeout !== undefined
        ? `have to be answered within ${duration(treatment.timeout)}, all tries together`
        : '';
    case 'retries':
      return treatment.retries ? retriesText(treatment.retries) : '';
    case 'affinity':
      return treatment.affinity.length > 0
        ? `reach the same endpoint if they have the same ${list([...new Set(treatment.affinity.map(keyText))], 'or')}`
        : '';
    case 'limits':
      return perText(treatment.limits, limitsText);
    case 'ejection':
      return perText(treatment.ejection, ejectionText);
    case 'balancing':
      return perText(treatment.balancing, (name) => BALANCERS[name] ?? name);
    case 'transport':
      return perText(treatment.transport, transportText);
  }
}

function rewriteText(path: string, sample: string | undefined): string {
  return sample === undefined || sample === path
    ? `arrive with path ${path}`
    : `arrive with another path, such as ${path} for ${sample}`;
}

function accessText(access: Treatment['access']): string {
  if (!access) return '';
  if (access.isUncertain)
    return 'may be let in or not: that depends on what the manifests do not say, such as an address, or the service account of a gateway';
  if (access.denying) return `are denied by ${list(access.denying)}, and let in by the others`;
  if (access.allowed) return 'are let in';
  return `are denied${access.status === undefined ? '' : ` with ${access.status}`}`;
}

function retriesText({ attempts, on, codes, perTryTimeout }: Retries): string {
  const reasons = [...on.filter((one) => one !== 'retriable-status-codes'), ...codes.map(String)];
  const time = perTryTimeout === undefined ? '' : `, ${duration(perTryTimeout)} each`;
  return `are tried again up to ${attempts === 1 ? 'once' : attempts === 2 ? 'twice' : `${attempts} times`}${time}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`;
}

function keyText(key: AffinityKey): string {
  return key.kind === 'source-ip'
    ? 'client address'
    : `${key.kind === 'query' ? 'query parameter' : key.kind} ${key.name}`;
}
