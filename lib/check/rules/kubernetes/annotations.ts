import { textMap } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { pod, service } from '../fixture';
import { KNOWN_ANNOTATIONS } from './annotation-names';
import { annotationError } from './annotation-values';

const KINDS = [KIND.namespace, KIND.service, KIND.pod, KIND.deployment];
const LINKS = ['https://istio.io/latest/docs/reference/config/annotations/'];

/** Set by Istio itself, and by `cdk8s-mesh` users for us. */
const IGNORED = new Set(['sidecar.istio.io/status', 'gateway.istio.io/controller-version']);
const annotated = (name: string, text: string): string =>
  pod('shop/web', '{containers: []}', `annotations: {${name}: "${text}"}`);

export const unknownAnnotation = rule({
  id: 'annotation-unknown',
  title: 'An annotation that Istio does not know',
  severity: 'warning',
  why: 'It has no effect: most likely it is a slip of the pen.',
  fix: 'Correct its name, or remove it.',
  upstream: ['IST0108'],
  links: LINKS,
  bad: annotated('sidecar.istio.io/proxyCpu', '1'),
  good: annotated('sidecar.istio.io/proxyCPU', '1'),
  check(mesh, reporter) {
    forEachAnnotation(mesh, ({ document }, name) => {
      if (!KNOWN_ANNOTATIONS.has(name))
        reporter.add(
          document,
          ['metadata', 'annotations', name],
          `annotation must be one that Istio knows, got ${name}`,
        );
    });
  },
});

export const misplacedAnnotation = rule({
  id: 'annotation-misplaced',
  title: 'An annotation on an object of the wrong kind',
  severity: 'warning',
  why: 'Istio looks for it elsewhere: here it has no effect. What is meant for pods belongs into the template of a Deployment.',
  fix: 'Move it to an object of a kind that it is for.',
  upstream: ['IST0107'],
  links: LINKS,
  bad: service('shop/web', '{ports: []}', 'annotations: {sidecar.istio.io/proxyCPU: "1"}'),
  good: annotated('sidecar.istio.io/proxyCPU', '1'),
  check(mesh, reporter) {
    forEachAnnotation(mesh, ({ document, kind }, name) => {
      const kinds = KNOWN_ANNOTATIONS.get(name)?.kinds ?? ['Any'];
      if (!kinds.includes('Any') && !kinds.includes(kind))
        reporter.add(
          document,
          ['metadata', 'annotations', name],
          `annotation ${name} must be on a ${kinds.join(' or ')}, got a ${kind}`,
        );
    });
  },
});

export const invalidAnnotation = rule({
  id: 'annotation-value',
  title: 'An annotation with a value that does not work',
  severity: 'warning',
  why: 'Pods with it are not injected, or it has no effect.',
  fix: 'Correct the value.',
  upstream: ['IST0125'],
  links: LINKS,
  bad: annotated('status.sidecar.istio.io/port', 'http'),
  good: annotated('status.sidecar.istio.io/port', '15020'),
  check(mesh, reporter) {
    forEachAnnotation(mesh, ({ document, kind }, name, text) => {
      const known = KNOWN_ANNOTATIONS.get(name);
      const wanted = known?.kinds.includes(kind) ? annotationError(name, text) : undefined;
      if (wanted !== undefined)
        reporter.add(
          document,
          ['metadata', 'annotations', name],
          `annotation ${name} must be ${wanted}, got ${JSON.stringify(text)}`,
        );
    });
  },
});

export const deprecatedAnnotation = rule({
  id: 'annotation-deprecated',
  title: 'An annotation that is on its way out',
  severity: 'info',
  why: 'It still works, and will be gone some day.',
  fix: 'Use what has come instead of it: for sidecar.istio.io/inject the label of the same name.',
  upstream: ['IST0135'],
  links: LINKS,
  bad: annotated('sidecar.istio.io/inject', 'true'),
  good: pod('shop/web', '{containers: []}', 'labels: {sidecar.istio.io/inject: "true"}'),
  check(mesh, reporter) {
    forEachAnnotation(mesh, ({ document, labels }, name) => {
      const isReplaced = name === 'sidecar.istio.io/inject' && labels.has(name);
      if (KNOWN_ANNOTATIONS.get(name)?.isDeprecated && !isReplaced)
        reporter.add(
          document,
          ['metadata', 'annotations', name],
          `annotation must not be deprecated, got ${name}`,
        );
    });
  },
});

function forEachAnnotation(mesh: Mesh, visit: (config: Config, name: string, text: string) => void): void {
  for (const kind of KINDS) {
    for (const config of mesh.list(kind)) {
      for (const [name, text] of textMap(config.document.object.metadata.annotations)) {
        if (isOfIstio(name) && !IGNORED.has(name)) visit(config, name, text);
      }
    }
  }
}

function isOfIstio(name: string): boolean {
  return name === 'kubernetes.io/ingress.class' || name.split('/', 1)[0]!.endsWith('istio.io');
}
