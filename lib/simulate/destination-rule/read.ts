import { fieldsList, optionalFields, textMap, textOf, textsOf } from '../../manifest/fields';
import type { Config } from '../mesh/config';
import { fullName } from '../names/host';
import type { HostRule } from './model';

/**
 * A DestinationRule as it was written. One for certain callers is always private.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export function readDestinationRule(config: Config, domain: string): HostRule {
  const { spec, namespace } = config;
  const selector = optionalFields(spec.workloadSelector);
  const policy = optionalFields(spec.trafficPolicy);
  return {
    host: fullName(textOf(spec.host) ?? '', namespace, domain),
    namespace,
    exportTo: new Set(selector ? ['.'] : textsOf(spec.exportTo)),
    ...(selector && { selector: textMap(selector.matchLabels) }),
    subsets: fieldsList(spec.subsets).map((subset) => {
      const own = optionalFields(subset.trafficPolicy);
      return {
        name: textOf(subset.name) ?? '',
        labels: textMap(subset.labels),
        ...(own && { policy: own }),
        config,
      };
    }),
    ...(policy && { policy }),
    from: [config],
  };
}
