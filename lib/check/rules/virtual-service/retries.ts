import { fieldsList } from '../../../manifest/fields';
import type { HttpRule, VirtualService } from '../../../simulate/virtual-service/model';
import { rule } from '../../rule';
import { virtualService } from '../fixture';

const retrying = (timeout: string): string =>
  virtualService(
    'shop/a',
    `{hosts: [web], http: [{timeout: ${timeout}, retries: {attempts: 3, perTryTimeout: 2s}, route: [{destination: {host: web.prod.svc.cluster.local}}]}]}`,
  );

export const retriesTimeout = rule({
  id: 'retries-exceed-timeout',
  title: 'Retries that the timeout does not leave time for',
  severity: 'warning',
  why: 'The timeout is for all tries together: the last ones never happen when a try takes as long as it may.',
  fix: 'Let the timeout be at least perTryTimeout × (attempts + 1), or ask for fewer attempts.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry'],
  bad: retrying('3s'),
  good: retrying('8s'),
  check(mesh, reporter) {
    for (const { config, http } of mesh.virtualServices().filter(hasRetries)) {
      http.forEach((rule, i) => {
        const tries = triesWithin(rule);
        if (!tries) return;
        const { timeout, retries } = rule;
        const message = `timeout must leave time for ${retries!.attempts + 1} tries of ${retries!.perTryTimeout} ms, got ${timeout} ms, enough for ${tries.whole}`;
        reporter.add(config.document, ['spec', 'http', i, 'timeout'], message);
      });
    }
  },
});

function hasRetries({ config: { spec } }: VirtualService): boolean {
  return fieldsList(spec.http).some(({ timeout, retries }) => timeout !== undefined && retries !== undefined);
}

/** Nothing if all of them fit. */
function triesWithin({ timeout, retries }: HttpRule): { whole: number } | undefined {
  const { attempts = 0, perTryTimeout = 0 } = retries ?? {};
  if (!timeout || attempts <= 0 || perTryTimeout <= 0 || timeout >= perTryTimeout * (attempts + 1))
    return undefined;
  return { whole: Math.floor(timeout / perTryTimeout) };
}
