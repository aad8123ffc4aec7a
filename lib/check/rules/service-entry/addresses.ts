import { fieldsList, fieldsOf, listOf, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { serviceEntry } from '../fixture';

const entry = (more: string): string =>
  serviceEntry(
    'shop/db',
    `{hosts: [db.example.com], ports: [{number: 5432, name: tcp, protocol: TCP}], resolution: DNS${more}}`,
  );

export const entryAddresses = rule({
  id: 'service-entry-addresses',
  title: 'A ServiceEntry that shares its TCP port with all others',
  severity: 'info',
  why: 'Without an address a TCP port is caught wherever the connection goes: of two entries for the port the older one gets it all. Where the proxy answers DNS, Istio gives out addresses itself.',
  fix: 'List addresses, or turn on DNS capture (ISTIO_META_DNS_CAPTURE).',
  upstream: ['IST0134'],
  links: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0134/',
    'https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/',
  ],
  bad: entry(''),
  good: entry(', addresses: [240.1.2.3]'),
  check(mesh, reporter) {
    const metadata = fieldsOf(fieldsOf(mesh.settings.fields.defaultConfig).proxyMetadata);
    const isGiven =
      metadata.ISTIO_META_DNS_CAPTURE === 'true' &&
      (metadata.ISTIO_META_DNS_AUTO_ALLOCATE === 'true' || metadata.PILOT_ENABLE_IP_AUTOALLOCATE === 'true');
    if (isGiven) return;
    for (const { spec, document } of mesh.list(KIND.serviceEntry)) {
      if (listOf(spec.addresses).length > 0 || listOf(fieldsOf(document.object.status).addresses).length > 0)
        continue;
      fieldsList(spec.ports).forEach(({ protocol }, i) => {
        const text = textOf(protocol) ?? '';
        if (text === '' || text.toUpperCase() === 'TCP')
          reporter.add(
            document,
            ['spec', 'ports', i],
            `addresses must be given for a TCP port, got none for ${textOf(fieldsList(spec.ports)[i]!.name) ?? `port ${i}`}`,
          );
      });
    }
  },
});
