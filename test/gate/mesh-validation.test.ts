import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ValidationContext } from '../../node_modules/cdk8s-cli/lib/plugins/validation';
import { MeshValidation } from '../../lib';

const rule = (name: string, spec: string, kind = 'DestinationRule'): string =>
  `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`;

const WRONG = rule('web', '{host: web.shop.svc.cluster.local, subsetz: []}');
const ODD = rule(
  'web',
  '{host: web.shop.svc.cluster.local, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}}',
);
const METADATA = { web: { path: 'shop/web' } };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-plugin-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Has cdk8s-cli's own report written, as `cdk8s synth` does. */
async function report(yaml: string, properties?: object): Promise<ValidationContext['report']> {
  const file = join(folder, 'shop.k8s.yaml');
  writeFileSync(file, yaml);
  const context = new ValidationContext([file], 'cdk8s-mesh', '0.1.0', METADATA);
  await new MeshValidation(properties).validate(context);
  return context.report;
}

const ruleNames = async (yaml: string, properties?: object): Promise<readonly string[]> =>
  (await report(yaml, properties)).toJson().violations.map(({ ruleName }) => ruleName);

describe('MeshValidation', () => {
  it('passes findings to the report, with object, line, construct and fix', async () => {
    const done = await report(WRONG, { only: ['schema-*'] });
    expect(done.success).toBe(false);
    const { violations, summary } = done.toJson();
    expect(summary).toMatchObject({ status: 'failure', metadata: { Objects: '1', Errors: '1' } });
    expect(violations).toEqual([
      {
        ruleName: 'schema-unknown-field (error)',
        recommendation: expect.stringMatching(/^A field that the API does not have\. kubectl refuses/),
        fix: 'Write subsets instead of subsetz.',
        violatingConstructs: [
          {
            resourceName: 'web',
            constructPath: 'shop/web',
            manifestPath: join(folder, 'shop.k8s.yaml'),
            locations: [
              expect.stringMatching(
                /^DestinationRule shop\/web, spec\.subsetz \(line 4, column 42\): spec\.subsetz must not be there/,
              ),
            ],
          },
        ],
      },
    ]);
    expect(done.toString()).toContain('How to fix: Write subsets instead of subsetz.');
  });

  it('names no construct where the name is that of several objects', async () => {
    const done = await report(`${WRONG}---\n${rule('web', '{hosts: [web]}', 'VirtualService')}`, {
      only: ['schema-*'],
    });
    const [violation] = done.toJson().violations;
    expect(violation!.violatingConstructs[0]).toMatchObject({
      resourceName: 'DestinationRule shop/web',
      constructPath: undefined,
    });
  });

  it.each([
    ['error', true],
    ['warning', false],
    ['never', true],
  ])('fails as told: %s', async (failOn, success) => {
    expect((await report(ODD, { failOn })).success).toBe(success);
  });

  it('takes rules, and what is known of the cluster', async () => {
    expect(await ruleNames(ODD)).toEqual(
      expect.arrayContaining([
        'webhook-consecutive-errors-deprecated (warning)',
        'declared-elsewhere (info)',
      ]),
    );
    const known = { hosts: ['web.shop.svc.cluster.local'], namespaces: ['shop'] };
    const settings = { meshConfig: {}, channel: 'experimental', skip: ['IST0133'] };
    expect(await ruleNames(ODD, { known, ...settings })).toEqual([]);
  });

  it.each([
    [
      { failon: 'error' },
      'a property of MeshValidation must be one of failOn, only, skip, known, meshConfig, channel, got "failon"',
    ],
    [{ failOn: 'info' }, 'failOn must be one of error, warning, never, got "info"; correct it in cdk8s.yaml'],
    [{ skip: 'IST0133' }, 'skip must be a list of rules, got "IST0133"'],
    [
      { only: ['nonsense'] },
      'the name of a rule must be the id of a rule or the code of another tool, got "nonsense"',
    ],
    [{ known: { host: [] } }, 'a field of known must be one of hosts, gateways'],
    [{ known: { hosts: 'a' } }, 'hosts of known must be a list of texts'],
    [{ meshConfig: [] }, 'meshConfig must be an object'],
    [{ channel: 1 }, 'channel must be one of standard, experimental, got 1'],
  ])('refuses properties that say nothing: %j', async (properties, message) => {
    await expect(report(ODD, properties)).rejects.toThrow(message);
  });
});
