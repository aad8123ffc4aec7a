import { isIP } from 'node:net';
import { isFields } from '../../../manifest/fields';
import { parseDocument } from '../../../manifest/parse';

type Check = (text: string) => boolean;

const isPort: Check = (text) => /^[+-]?\d+$/.test(text) && Number(text) >= 0 && Number(text) <= 65535;
const isCount: Check = (text) => /^\d+$/.test(text) && Number(text) < 2 ** 32;
const isBoolean: Check = (text) => /^(1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/.test(text);
const isQuantity: Check = (text) =>
  /^[+-]?(\d+(\.\d*)?|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/.test(text);
const isRanges: Check = (text) => text === '' || text.split(',').every(isRange);
const isPorts: Check = (text) => text.split(',').every((part) => part.trim() === '' || isPort(part.trim()));
const isAny =
  (check: Check): Check =>
  (text) =>
    text === '*' || check(text);

function isMapping(text: string): boolean {
  const parsed = parseDocument({ whole: text, start: 0, end: text.length });
  return 'values' in parsed && parsed.values.every((value) => value === null || isFields(value));
}

function isRange(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 && more.length === 0 && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
  );
}

const VALUES: ReadonlyMap<string, readonly [Check, string]> = new Map<string, readonly [Check, string]>([
  [
    'sidecar.istio.io/interceptionMode',
    [(text) => ['REDIRECT', 'TPROXY', 'NONE'].includes(text), 'REDIRECT, TPROXY or NONE'],
  ],
  ['status.sidecar.istio.io/port', [isPort, 'a port']],
  ['readiness.status.sidecar.istio.io/initialDelaySeconds', [isCount, 'a whole number']],
  ['readiness.status.sidecar.istio.io/periodSeconds', [isCount, 'a whole number']],
  ['readiness.status.sidecar.istio.io/failureThreshold', [isCount, 'a whole number']],
  ['traffic.sidecar.istio.io/includeOutboundIPRanges', [isAny(isRanges), '* or a list of IP ranges']],
  ['traffic.sidecar.istio.io/excludeOutboundIPRanges', [isRanges, 'a list of IP ranges']],
  ['traffic.sidecar.istio.io/includeInboundPorts', [isAny(isPorts), '* or a list of ports']],
  ['traffic.sidecar.istio.io/excludeInboundPorts', [isPorts, 'a list of ports']],
  ['traffic.sidecar.istio.io/excludeOutboundPorts', [isPorts, 'a list of ports']],
  ['proxy.istio.io/config', [isMapping, 'a ProxyConfig in YAML']],
  ['prometheus.istio.io/merge-metrics', [isBoolean, 'true or false']],
  ['sidecar.istio.io/proxyCPU', [isQuantity, 'a quantity such as 100m']],
  ['sidecar.istio.io/proxyMemory', [isQuantity, 'a quantity such as 128Mi']],
  ['sidecar.istio.io/proxyCPULimit', [isQuantity, 'a quantity such as 2']],
  ['sidecar.istio.io/proxyMemoryLimit', [isQuantity, 'a quantity such as 1Gi']],
]);

/** What the value should be. Nothing if it is. */
export function annotationError(name: string, text: string): string | undefined {
  const value = VALUES.get(name);
  return value && !value[0](text) ? value[1] : undefined;
}
