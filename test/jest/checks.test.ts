import '../../lib/jest';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { Checks } from '../../lib';
import { inMesh } from '../../lib/jest';
import { failureOf } from './support/failure';

const DEPRECATED = 'webhook-consecutive-errors-deprecated';

const rule = (spec: string): string =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: web, namespace: shop}\nspec: ${spec}\n`;
const odd = rule(
  '{host: web.shop.svc.cluster.local, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}}',
);
const wrong = rule('{host: web.shop.svc.cluster.local, subsetz: []}');

// @ts-expect-error -- no such level
const WRONG_LEVEL = (): void => expect(odd).toPassMeshChecks({ failOn: 'info' });
// @ts-expect-error -- no such option
const WRONG_OPTION = (): void => expect(odd).toPassMeshChecks({ skipp: [] });
// @ts-expect-error -- no such field
const WRONG_FIELD = (): void => expect(odd).toHaveFinding(DEPRECATED, { namee: 'web' });

describe('toPassMeshChecks', () => {
  it('holds for what has no errors', () => {
    expect(odd).toPassMeshChecks();
    expect(inMesh({}, odd)).toPassMeshChecks();
    expect(odd).not.toPassMeshChecks({ failOn: 'warning' });
    expect(odd).toPassMeshChecks({ failOn: 'warning', skip: ['IST0133'] });
    expect(wrong).toPassMeshChecks({ only: ['webhook-*'] });
  });

  it('says what is wrong, with the line', () => {
    const failure = failureOf(() => expect(wrong).toPassMeshChecks());
    expect(failure).toMatch(
      /^expect\(manifests\)\.toPassMeshChecks\(\)\n\nDestinationRule shop\/web\n✗ error/,
    );
    expect(failure).toContain('4 │ spec: {host: web.shop.svc.cluster.local, subsetz: []}\n');
    expect(failure).toContain('fix  Write subsets instead of subsetz.');
    expect(failure).toMatch(/✗ 1 error in 1 object$/);
  });

  it('knows what the constructs of an app acknowledge', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop');
    new ApiObject(chart, 'rule', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { host: 'web.shop.svc.cluster.local', subsetz: [] },
    });
    expect(app).not.toPassMeshChecks();
    expect(app).toHaveFinding('schema-unknown-field', { construct: 'shop/rule' });
    Checks.of(chart).acknowledge('schema-unknown-field', 'a field of the next release');
    expect(app).toPassMeshChecks();
    expect([chart]).not.toHaveFinding('schema-unknown-field');
  });

  it.each([
    [() => expect(5).toPassMeshChecks(), 'what is expected of must be an App'],
    [
      () => expect(odd).toPassMeshChecks({ skip: ['nonsense'] }),
      'the name of a rule must be the id of a rule',
    ],
    [WRONG_LEVEL, "failOn of toPassMeshChecks must be 'error' or 'warning'"],
    [WRONG_OPTION, 'an option of toPassMeshChecks must be one of only, skip'],
  ])('says what to do if it is misused: %s', (misuse, message) => {
    expect(misuse).toThrow(message);
  });
});

describe('toHaveFinding', () => {
  it('holds for a finding of the rule, as it is described', () => {
    expect(odd).toHaveFinding(DEPRECATED);
    expect(odd).toHaveFinding('IST0133', {
      kind: 'DestinationRule',
      namespace: 'shop',
      name: 'web',
      severity: 'warning',
      path: 'spec.trafficPolicy.outlierDetection.consecutiveErrors',
      message: expect.stringContaining('got 5') as string,
    });
    expect(odd).not.toHaveFinding(DEPRECATED, { name: 'reviews' });
    expect(odd).not.toHaveFinding('schema-unknown-field');
  });

  it('says what was found instead', () => {
    const failure = failureOf(() =>
      expect(wrong).toHaveFinding(DEPRECATED, { name: expect.any(String) as string }),
    );
    expect(failure).toMatch(
      /\nExpected: webhook-consecutive-errors-deprecated name Any<String>\nReceived: \d findings\n/,
    );
    expect(failure).toContain('  error schema-unknown-field in DestinationRule shop/web, spec.subsetz: ');
  });

  it.each([
    [() => expect(odd).not.toHaveFinding('schema-unknown-fild'), 'did you mean schema-unknown-field?'],
    [WRONG_FIELD, 'an option of toHaveFinding must be one of kind'],
  ])('says what to do if it is misused: %s', (misuse, message) => {
    expect(misuse).toThrow(message);
  });
});
