import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../lib/check/check';

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{name: http, port: 80}]}\n';

const found = (input: string): string[] =>
  check(input).findings.map(({ id, severity }) => `${severity} ${id}`);

describe('documents that are no objects', () => {
  it.each([
    ['values of a chart', 'replicas: 2\nimage: {tag: v1}'],
    ['a chart', 'apiVersion: v2\nname: shop\nversion: 1.0.0'],
    [
      'a kustomization',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]',
    ],
    ['an installation', 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {profile: demo}'],
    ['a list', '- a\n- b'],
    ['a number', '5'],
    ['a text', 'to be done'],
  ])('are mentioned in files of their own, and warned of among objects: %s', (_, text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'unread-')), 'a.yaml');
    writeFileSync(file, text);
    expect(found(file)).toEqual(['info no-object']);
    writeFileSync(file, `${text}\n---\n${SERVICE}`);
    expect(found(file)).toEqual(['warning no-object']);
    expect(found(`${text}\n---\n${SERVICE}`)).toEqual(['warning no-object']);
  });

  it.each([
    ['no YAML', 'a: [\n'],
    ['a template', 'kind: {{ .Values.kind }}'],
    ['without apiVersion', 'kind: Service\nmetadata: {name: web}'],
    ['without kind', 'apiVersion: v1\nmetadata: {name: web}'],
    ['without name', 'apiVersion: v1\nkind: Service\nmetadata: {}'],
    ['without metadata', 'apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec: {hosts: [web]}'],
  ])('are errors if they are meant for the cluster: %s', (_, text) => {
    expect(found(text)).toEqual(['error unreadable']);
  });
});
