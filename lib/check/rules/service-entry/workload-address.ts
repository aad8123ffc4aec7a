import { fieldsOf, optionalFields, textMap, textOf, textsOf } from '../../../manifest/fields';
import { selects } from '../../../simulate/mesh/labels';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, serviceEntry, workloadEntry } from '../fixture';

const entry = (addresses: string): string =>
  manifests(
    workloadEntry('shop/vm-1', '{address: 10.0.0.1, labels: {app: db}}'),
    workloadEntry('shop/vm-2', '{address: 10.0.0.2, labels: {app: db}}'),
    serviceEntry(
      'shop/db',
      `{hosts: [db.example.com], addresses: ${addresses}, location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 5432, name: tcp, protocol: TCP}], workloadSelector: {labels: {app: db}}}`,
    ),
  );

export const workloadAddress = rule({
  id: 'service-entry-workload-address',
  title: 'A ServiceEntry for some of its workloads’ addresses',
  severity: 'warning',
  why: 'Connections to the addresses that are listed go to any of the workloads; those to an address that is left out pass the ServiceEntry by, with its settings.',
  fix: 'List the addresses of all workloads, or better one address that is none of theirs.',
  upstream: ['KIA1201'],
  links: ['https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-addresses'],
  bad: entry('[10.0.0.1]'),
  good: entry('[240.0.0.1]'),
  check(mesh, reporter) {
    const entries = mesh.list(KIND.workloadEntry);
    for (const { spec, namespace, document } of mesh.list(KIND.serviceEntry)) {
      const selector = optionalFields(spec.workloadSelector);
      const listed = new Set(textsOf(spec.addresses));
      if (!selector || listed.size === 0 || textOf(spec.location) !== 'MESH_INTERNAL') continue;
      const addresses = entries
        .filter((one) => one.namespace === namespace)
        .filter((one) => selects(textMap(selector.labels), textMap(fieldsOf(one.spec.labels))))
        .flatMap((one) => textOf(one.spec.address) ?? []);
      const missing = addresses.find((address) => !listed.has(address));
      if (missing !== undefined && addresses.some((address) => listed.has(address)))
        reporter.add(
          document,
          ['spec', 'addresses'],
          `addresses must be those of all its workloads or of none, got none for ${missing}`,
        );
    }
  },
});
