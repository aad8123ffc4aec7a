import { fieldsList, fieldsOf, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule } from '../fixture';

export const subsetLabels = rule({
  id: 'subset-without-labels',
  title: 'A subset of everything',
  severity: 'info',
  why: 'Without labels it has all pods of the service: a canary to it reaches every version.',
  fix: 'Add the labels that tell its pods from the others, unless it is only there for its traffic policy.',
  upstream: ['KIA0209'],
  bad: destinationRule('shop/a', '{host: a.com, subsets: [{name: v1}]}'),
  good: destinationRule('shop/a', '{host: a.com, subsets: [{name: v1, labels: {version: v1}}]}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.destinationRule)) {
      fieldsList(spec.subsets).forEach(({ name, labels, trafficPolicy }, i) => {
        if (Object.keys(fieldsOf(labels)).length === 0 && trafficPolicy === undefined)
          reporter.add(
            document,
            ['spec', 'subsets', i],
            `labels of subset ${textOf(name) ?? i} must not be empty, got none`,
          );
      });
    }
  },
});
