import type { Caller } from '../../simulate/request';
import { readCaller } from '../../simulate/written/caller';
import { about } from '../about';
import { UsageError } from '../usage-error';

/** What `--from` takes, for its help. */
export const CALLER_FORMS = `Who asks (--from):
  shop/productpage-v1                         a Deployment or Pod of the manifests
  shop/app=productpage,version=v1             a pod with these labels
  namespace:shop                              some other pod of the namespace
  gateway                                     a client of istio-system/istio=ingressgateway
  gateway:istio-system/istio=ingressgateway   a client of the gateway whose pods have the labels
  gateway:shop/edge                           a client of a Gateway of the Gateway API
  outside                                     a client without a proxy that dials the service`;

/** More about a workload than its name. */
export interface CallerOptions {
  readonly serviceAccount?: string;
  readonly locality?: string;
}

/** Reads `--from` and the options that go with it. Nothing if none is given. */
export function parseCaller(text: string | undefined, options: CallerOptions): Caller | undefined {
  const { serviceAccount, locality } = options;
  const more = {
    ...(serviceAccount !== undefined && { serviceAccount }),
    ...(locality !== undefined && { locality }),
  };
  const hasMore = Object.keys(more).length > 0;
  if (text === undefined) return hasMore ? more : undefined;
  const caller = about(() => readCaller(text, '--from'));
  if (hasMore && ('gateway' in caller || 'outside' in caller)) {
    throw new UsageError(
      `--service-account and --locality must go with a workload, got --from ${text}; leave them out`,
    );
  }
  return { ...caller, ...more };
}
