import { fieldsList, numberOf, textOf, textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, serviceEntry } from '../fixture';

const entry = (name: string, protocol: string, port = 80): string =>
  serviceEntry(
    `shop/${name}`,
    `{hosts: [api.example.com], ports: [{number: ${port}, name: a, protocol: ${protocol}}], resolution: DNS}`,
  );

export const entryDuplicate = rule({
  id: 'service-entry-duplicate',
  title: 'One host and port in two ServiceEntries',
  severity: 'warning',
  why: 'Only one of them holds for a caller: that of its own namespace, else the older one.',
  fix: 'Write one ServiceEntry for the host.',
  upstream: ['KIA1211', 'KIA1212'],
  links: ['https://istio.io/latest/docs/reference/config/networking/service-entry/'],
  bad: manifests(entry('a', 'HTTP'), entry('b', 'TCP')),
  good: manifests(entry('a', 'HTTP'), entry('b', 'TCP', 81)),
  check(mesh, reporter) {
    const first = new Map<string, { config: Config; protocol: string }>();
    for (const config of mesh.list(KIND.serviceEntry)) {
      fieldsList(config.spec.ports).forEach((port, i) => {
        const protocol = (textOf(port.protocol) ?? 'TCP').toUpperCase();
        for (const host of textsOf(config.spec.hosts)) {
          for (const scope of scopesOf(config)) {
            const key = `${scope} ${host.toLowerCase()} ${numberOf(port.number)}`;
            const before = first.get(key);
            if (!before) first.set(key, { config, protocol });
            else if (before.config !== config) {
              const { namespace, name } = before.config;
              const isSame = before.protocol === protocol;
              reporter.add(
                config.document,
                ['spec', 'ports', i],
                `port ${numberOf(port.number)} of ${host} must be declared once, got ${protocol} here and ${before.protocol} in ${namespace}/${name}`,
                {
                  upstream: isSame ? ['KIA1211'] : ['KIA1211', 'KIA1212'],
                },
              );
              return;
            }
          }
        }
      });
    }
  },
});

/** Who sees it. What only one namespace sees is no rival of what all see: there it wins. */
function scopesOf({ spec, namespace }: Config): ReadonlySet<string> {
  const names = textsOf(spec.exportTo);
  return new Set(
    names.length === 0 || names.includes('*')
      ? ['*']
      : names.map((name) => (name === '.' ? namespace : name)),
  );
}
