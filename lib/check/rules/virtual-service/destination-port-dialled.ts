import { textsOf } from '../../../manifest/fields';
import { fullName } from '../../../simulate/names/host';
import { findHost } from '../../mesh/lookup';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, service, to, virtualService, web } from '../fixture';
import { callersOf, isForMesh } from './callers';

const REVIEWS = service('shop/reviews', '{ports: [{name: http, port: 9080}]}');

export const destinationPortDialled = rule({
  id: 'destination-port-dialled',
  title: 'A destination that does not have the port that clients dial',
  severity: 'error',
  why: 'A sidecar keeps the dialled port if the destination names none, even if the service has only one other: requests get 503, mirrored ones are lost.',
  fix: 'Name the port of the destination.',
  bad: manifests(
    web('shop/web'),
    REVIEWS,
    virtualService('shop/a', `{hosts: [web], http: [${to('reviews')}]}`),
  ),
  good: manifests(
    web('shop/web'),
    REVIEWS,
    virtualService('shop/a', `{hosts: [web], http: [${to('reviews', 'port: {number: 9080}')}]}`),
  ),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      if (!isForMesh(config)) continue;
      const callers = callersOf(config);
      const dialled = textsOf(config.spec.hosts).flatMap((host) => {
        const full = fullName(host, config.namespace, mesh.settings.domain);
        return full.startsWith('*')
          ? []
          : (findHost(mesh, full, callers)?.ports ?? []).map(({ number }) => number);
      });
      for (const { full, host, path, port } of mesh.destinationsOf(config)) {
        const found = port === undefined ? findHost(mesh, full, callers) : undefined;
        if (found?.ports.length !== 1) continue;
        const only = found.ports[0]!.number;
        const missing = [...new Set(dialled)].filter((number) => number !== only);
        // Of several ports that can be dialled the rule may well be about the one that fits.
        if (missing.length === 0 || dialled.includes(only)) continue;
        reporter.add(
          config.document,
          path,
          `port must be that of ${host} (${only}), got nothing, which is what clients dial: ${missing.join(', ')}`,
        );
      }
    }
  },
});
