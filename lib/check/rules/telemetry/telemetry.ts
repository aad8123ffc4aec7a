import { fieldsList, fieldsOf, isFields, optionalFields, textMap, textOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { KIND } from '../../mesh/kinds';
import { push } from '../../mesh/workloads';
import { someNames } from '../../mesh/names';
import { rule } from '../../rule';
import { manifests, telemetry } from '../fixture';
import { targetsOf } from '../security/policies';

const LINKS = ['https://istio.io/latest/docs/reference/config/telemetry/'];

export const telemetryProvider = rule({
  id: 'telemetry-provider',
  title: 'Access logs that nobody writes',
  severity: 'warning',
  why: 'Neither the Telemetry nor MeshConfig names a provider: nothing is logged.',
  fix: 'Name a provider, for example envoy.',
  upstream: ['IST0157'],
  links: LINKS,
  mesh: { accessLogFile: '' },
  bad: telemetry('shop/a', '{accessLogging: [{}]}'),
  good: telemetry('shop/a', '{accessLogging: [{providers: [{name: envoy}]}]}'),
  check(mesh, reporter) {
    const defaults = fieldsOf(mesh.settings.fields.defaultProviders).accessLogging;
    if (Array.isArray(defaults) && defaults.length > 0) return;
    const isMeshKnown = Object.keys(mesh.settings.fields).length > 0;
    for (const { spec, document } of mesh.list(KIND.telemetry)) {
      fieldsList(spec.accessLogging).forEach(({ disabled, providers }, i) => {
        if (disabled === true || fieldsList(providers).length > 0) return;
        const path = ['spec', 'accessLogging', i];
        if (isMeshKnown)
          reporter.add(
            document,
            path,
            'provider of accessLogging must be named, got none, and none in MeshConfig',
          );
        else
          reporter.outside(document, path, 'default provider of accessLogging (MeshConfig)', {
            upstream: ['IST0157'],
          });
      });
    }
  },
});

export const multipleTelemetries = rule({
  id: 'telemetry-conflict',
  title: 'Two Telemetries for the same workloads',
  severity: 'error',
  why: 'Only the older one holds, the other one has no effect.',
  fix: 'Write one Telemetry for the namespace, and let selectors of the others not overlap.',
  upstream: ['IST0159', 'IST0160'],
  links: LINKS,
  bad: manifests(
    telemetry('shop/a', '{metrics: [{providers: [{name: prometheus}]}]}'),
    telemetry('shop/b', '{tracing: [{randomSamplingPercentage: 10}]}'),
  ),
  good: telemetry(
    'shop/a',
    '{metrics: [{providers: [{name: prometheus}]}], tracing: [{randomSamplingPercentage: 10}]}',
  ),
  check(mesh, reporter) {
    const groups = new Map<string, Config[]>();
    for (const config of mesh.list(KIND.telemetry)) {
      const selector = textMap(fieldsOf(config.spec.selector).matchLabels);
      if (!optionalFields(config.spec.selector) && targetsOf(config.spec).length === 0)
        push(groups, `namespace ${config.namespace}`, config);
      for (const { namespace, name } of selector.size > 0
        ? mesh.workloads().selected(selector, config.namespace)
        : [])
        push(groups, `workload ${namespace}/${name}`, config);
    }
    const told = new Set<string>();
    for (const [what, group] of groups) {
      const upstream = [what.startsWith('namespace') ? 'IST0160' : 'IST0159'];
      for (const config of group.length > 1 ? group : []) {
        const key = `${config.namespace}/${config.name}`;
        if (told.has(key)) continue;
        told.add(key);
        reporter.add(
          config.document,
          ['spec'],
          `Telemetry must be the only one for ${what}, got ${someNames(group)}`,
          { upstream },
        );
      }
    }
  },
});

export const lightstep = rule({
  id: 'telemetry-lightstep',
  title: 'A provider of traces that is gone',
  severity: 'warning',
  why: 'Istio’s Lightstep provider is deprecated: it will be gone some day.',
  fix: 'Use an opentelemetry provider.',
  upstream: ['IST0002'],
  links: ['https://istio.io/latest/docs/tasks/observability/distributed-tracing/'],
  mesh: {
    extensionProviders: [
      { name: 'old', lightstep: { service: 'a', port: 1, accessToken: 'b' } },
      { name: 'new', opentelemetry: { service: 'a', port: 1 } },
    ],
  },
  bad: telemetry('shop/a', '{tracing: [{providers: [{name: old}]}]}'),
  good: telemetry('shop/a', '{tracing: [{providers: [{name: new}]}]}'),
  check(mesh, reporter) {
    const names = new Set(
      fieldsList(mesh.settings.fields.extensionProviders)
        .filter((one) => isFields(one.lightstep))
        .map(({ name }) => name),
    );
    for (const { spec, document } of mesh.list(KIND.telemetry)) {
      fieldsList(spec.tracing).forEach(({ providers }, i) => {
        fieldsList(providers).forEach(({ name }, j) => {
          if (names.has(name))
            reporter.add(
              document,
              ['spec', 'tracing', i, 'providers', j],
              `provider must not be a Lightstep one, got ${textOf(name)}`,
            );
        });
      });
    }
  },
});
