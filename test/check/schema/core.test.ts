import { fix } from '../../../lib/check/fix';
import { said } from './objects';

const deployment = (version: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: a, labels: {version: ${version}}}
spec:
  selector: {matchLabels: {app: a, version: ${version}}}
  template:
    metadata: {labels: {app: a, version: ${version}}}
    spec: {containers: [{name: a, image: a}]}
`;

describe('objects of Kubernetes itself', () => {
  it('have texts for labels, which --fix puts in quotes', () => {
    const { text, applied } = fix(deployment('1.10'));
    expect(text).toBe(deployment('"1.10"'));
    expect(applied.map(({ finding: { id, path } }) => `${id} ${path.join('.')}`)).toEqual([
      'schema-metadata-type metadata.labels.version',
      'schema-metadata-type spec.template.metadata.labels.version',
      'schema-metadata-type spec.selector.matchLabels.version',
    ]);
    expect(fix(text).findings).toEqual([]);
  });

  it.each([
    ['v1', 'Service', { selector: { version: 2 } }, ['schema-metadata-type spec.selector.version']],
    ['v1', 'Service', { selector: { version: null } }, []],
    ['v1', 'Service', { selector: 'web' }, ['schema-metadata-type spec.selector']],
    [
      'batch/v1',
      'CronJob',
      { jobTemplate: { spec: { template: { metadata: { annotations: { a: true } } } } } },
      ['schema-metadata-type spec.jobTemplate.spec.template.metadata.annotations.a'],
    ],
    [
      'apps/v1',
      'StatefulSet',
      { template: { metadata: { lables: {} } } },
      ['schema-unknown-field spec.template.metadata.lables'],
    ],
    ['apps/v1', 'Deployment', { template: [] }, []],
    ['apps/v1', 'Deployment', null, []],
    ['example.com/v1', 'Service', { selector: { version: 2 } }, []],
    ['kustomize.config.k8s.io/v1beta1', 'Component', {}, []],
  ])('%s %s %j', (apiVersion, kind, spec, expected) => {
    expect(said({ apiVersion, kind, metadata: { name: 'a' }, spec })).toEqual(expected);
  });
});
