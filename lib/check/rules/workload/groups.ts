import { fieldsOf, textMap, textOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, serviceAccount, workloadGroup } from '../fixture';

const group = (name: string, account: string, labels = ''): string =>
  workloadGroup(`shop/${name}`, `{template: {serviceAccount: ${account}}}`, labels && `labels: ${labels}`);

export const groupAccount = rule({
  id: 'workload-group-service-account',
  title: 'A service account that machines cannot get',
  severity: 'warning',
  why: 'Machines of the group do not get an identity: they cannot join the mesh.',
  fix: 'Declare the ServiceAccount, in the namespace of the group.',
  upstream: ['KIA1701'],
  links: ['https://istio.io/latest/docs/setup/install/virtual-machine/'],
  bad: manifests(serviceAccount('shop/vm'), group('a', 'wm')),
  good: manifests(serviceAccount('shop/vm'), group('a', 'vm')),
  check(mesh, reporter) {
    const declared = new Set(mesh.list(KIND.serviceAccount).map(({ namespace }) => namespace));
    for (const { spec, namespace, document } of mesh.list(KIND.workloadGroup)) {
      const name = textOf(fieldsOf(spec.template).serviceAccount) ?? '';
      if (['', 'default'].includes(name) || mesh.catalog.find(KIND.serviceAccount, namespace, name)) continue;
      if (mesh.elsewhere.serviceAccounts.has(`${namespace}/${name}`)) continue;
      const path = ['spec', 'template', 'serviceAccount'];
      if (declared.has(namespace))
        reporter.add(document, path, `serviceAccount must be one of namespace ${namespace}, got ${name}`);
      else
        reporter.outside(document, path, `service account ${namespace}/${name}`, { upstream: ['KIA1701'] });
    }
  },
});

export const groupLabels = rule({
  id: 'workload-group-labels',
  title: 'Two groups of machines that nobody can tell apart',
  severity: 'warning',
  why: 'Selectors that are meant for the machines of one group take those of the other, too.',
  fix: 'Give each group a label of its own.',
  upstream: ['KIA1702'],
  bad: manifests(group('a', 'default', '{app: vm}'), group('b', 'default', '{app: vm}')),
  good: manifests(group('a', 'default', '{app: vm-a}'), group('b', 'default', '{app: vm-b}')),
  check(mesh, reporter) {
    const first = new Map<string, Config>();
    for (const config of mesh.list(KIND.workloadGroup)) {
      const labels = [...textMap(config.document.object.metadata.labels)].sort(([a], [b]) =>
        a < b ? -1 : 1,
      );
      const key = JSON.stringify([config.namespace, labels]);
      const before = first.get(key);
      if (!before) first.set(key, config);
      else if (labels.length > 0)
        reporter.add(
          config.document,
          ['metadata', 'labels'],
          `labels must be those of one WorkloadGroup, got those of ${before.name}`,
        );
    }
  },
});
