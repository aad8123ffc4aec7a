import type { Path } from '../../../manifest/position';
import { textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { gatewayName } from '../../../simulate/virtual-service/read-match';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { to, virtualService } from '../fixture';
import { gatewayReferences } from './gateway-exists';

const matching = (name: string): string =>
  virtualService(
    'shop/a',
    `{hosts: [a.com], gateways: [edge/public], http: [{match: [{gateways: [${name}]}], ${to('b.com').slice(1)}]}`,
  );

export const gatewayOldName = rule({
  id: 'virtual-service-gateway-old-name',
  title: 'A Gateway named as name.namespace',
  severity: 'info',
  why: 'This form is from before namespaces could be written. The webhook warns of it in some places, but not here.',
  fix: 'Write namespace/name.',
  upstream: ['KIA1108'],
  bad: matching('public.edge'),
  good: matching('edge/public'),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      for (const [path, written] of gatewayReferences(config)) {
        if (!isOld(written) || isWarnedOf(config, path)) continue;
        reporter.add(
          config.document,
          path,
          `gateway must be namespace/name, got ${written}; write ${gatewayName(written, config.namespace)}`,
        );
      }
    }
  },
});

function isOld(name: string): boolean {
  return name.includes('.') && !name.includes('/');
}

/** The webhook looks at `gateways` of the object and of rules for TLS, up to the first name without a slash. */
function isWarnedOf({ spec }: Config, path: Path): boolean {
  if (path[1] !== 'gateways' && path[1] !== 'tls') return false;
  let list: unknown = { spec };
  for (const step of path.slice(0, -1)) list = (list as Record<string | number, unknown>)[step];
  return textsOf(list).findIndex((name) => !name.includes('/')) === path.at(-1);
}
