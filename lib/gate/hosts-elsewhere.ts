import type { Registry } from '../synthesis/registry';

/** The full names of Services that constructs of an app speak of, and that others deploy. */
export function hostsElsewhere(registry: Registry): readonly string[] {
  const hosts = registry.declarations.hosts.flatMap(({ by, said }) => {
    if (said.owned) return [];
    const { name, namespace, external, versions } = said.read();
    if (external) return [];
    const { clusterDomain, dialect } = registry.meshOf(by);
    const services = dialect === 'istio' ? [name] : [name, ...versions.map(({ service }) => service)];
    return services.map((service) => `${service}.${namespace}.svc.${clusterDomain}`);
  });
  return [...new Set(hosts)];
}
