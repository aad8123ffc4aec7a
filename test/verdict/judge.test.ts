import { loadManifests } from '../../lib/manifest/load';
import type { Acknowledgement } from '../../lib/verdict/acknowledgement';
import { judge, type Policy } from '../../lib/verdict/judge';
import type { Verdict } from '../../lib/verdict/verdict';

const virtualService = (spec: string, annotation?: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
  annotations: {cdk8s-mesh/acknowledge: ${JSON.stringify(annotation ?? '')}}
spec: ${spec}
`;

const WRONG = '{hosts: [web], http: [{timeot: 3s, route: [{destination: {host: web}, weight: -1}]}]}';

const verdict = (yaml: string, policy: Policy = {}): Verdict => judge(loadManifests(yaml), policy);
const ids = (yaml: string, policy?: Policy): readonly string[] =>
  verdict(yaml, policy).findings.map(({ id }) => id);

const UNKNOWN = 'schema-unknown-field';
const WEIGHT = 'webhook-weight-negative';
const BOTH = { only: ['schema-*', 'webhook-*'] };

describe('a verdict', () => {
  it('has the findings of all layers', () => {
    expect(ids(virtualService(WRONG))).toEqual([UNKNOWN, 'declared-elsewhere', WEIGHT]);
  });

  it('is about some rules, or about all but some', () => {
    expect(ids(virtualService(WRONG), { only: [UNKNOWN] })).toEqual([UNKNOWN]);
    expect(ids(virtualService(WRONG), { only: ['IST0106'] })).toEqual([WEIGHT]);
    expect(ids(virtualService(WRONG), { ...BOTH, skip: ['schema-*'] })).toEqual([WEIGHT]);
    expect(ids(virtualService(WRONG), { only: ['schema-*'], skip: [UNKNOWN] })).toEqual([]);
  });

  it.each([
    [
      { only: ['IST9999'] },
      'the name of a rule must be the id of a rule or the code of another tool, got "IST9999"',
    ],
    [{ skip: ['schema-unknown-fild'] }, 'did you mean schema-unknown-field?'],
    [{ skip: ['nothing-of-the-kind*'] }, '--list-rules lists them'],
  ])('refuses names that no rule has: %j', (policy, message) => {
    expect(() => verdict('', policy)).toThrow(message);
  });

  it('takes findings as seriously as it is told, and keeps their places', () => {
    const severityOf = ({ id }: { id: string }) => (id === UNKNOWN ? 'info' : 'off');
    const [finding, ...others] = verdict(virtualService(WRONG), { severityOf }).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: UNKNOWN, severity: 'info', source: { line: 8 } });
  });

  it('does not depend on the order of documents in different files', () => {
    const files = ['a', 'b'].map((file) => {
      const { documents, unreadable } = loadManifests(virtualService(WRONG));
      return { documents: documents.map((one) => ({ ...one, origin: { ...one.origin, file } })), unreadable };
    });
    const places = (order: typeof files): unknown =>
      judge(loadManifests(order), BOTH).findings.map(({ id, source }) => [source?.file, id]);
    expect(places(files)).toEqual(places([...files].reverse()));
  });

  it('says in any case that something could not be read, and judges the rest', () => {
    expect(ids(`a: [\n---\nkind: Service\n${virtualService(WRONG)}`, BOTH)).toEqual([
      'unreadable',
      'unreadable',
      UNKNOWN,
      WEIGHT,
    ]);
    expect(ids('a: [\n', { skip: ['unreadable'] })).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  const web = (rule: string): Acknowledgement => ({
    rule,
    reason: 'so be it',
    covers: ({ object }) => object.name === 'web',
    by: { kind: 'Construct', name: 'app/web', construct: 'app/web' },
  });

  it('takes the findings of a rule that it covers out, and keeps the reason', () => {
    const other = virtualService(WRONG).replace('name: web', 'name: other');
    const { findings, acknowledged } = verdict(virtualService(WRONG) + other, {
      only: [WEIGHT],
      acknowledgements: [web('IST0106')],
    });
    expect(findings.map(({ object }) => object.name)).toEqual(['other']);
    expect(acknowledged).toMatchObject([
      { finding: { id: WEIGHT, object: { name: 'web' } }, reason: 'so be it' },
    ]);
  });

  it('may be an annotation', () => {
    const { findings, acknowledged } = verdict(virtualService(WRONG, `${UNKNOWN}: a new field\n`), BOTH);
    expect(findings.map(({ id }) => id)).toEqual([WEIGHT]);
    expect(acknowledged).toMatchObject([{ finding: { id: UNKNOWN }, reason: 'a new field' }]);
  });

  it.each([
    [
      'schema-required',
      /^the acknowledgement of schema-required must be of something that was found, got nothing/,
    ],
    ['schema-requird', /^the rule of an acknowledgement must be the id .* did you mean schema-required\?/],
  ])('that acknowledges nothing is a finding: %s', (rule, message) => {
    const policy = { only: ['acknowledge-*'], acknowledgements: [web(rule)] };
    const [finding, ...others] = verdict(virtualService(WRONG), policy).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: 'acknowledge-unused', construct: 'app/web' });
    expect(finding!.message).toMatch(message);
  });

  it('is in use beside an annotation that says the same, and where its rule is off', () => {
    const policy = { only: [WEIGHT, 'acknowledge-*'], acknowledgements: [web(WEIGHT)] };
    const both = verdict(virtualService(WRONG, `${WEIGHT}: so`), policy);
    expect(both.findings).toEqual([]);
    expect(both.acknowledged).toMatchObject([{ reason: 'so' }]);
    const severityOf = ({ id, severity }: { id: string; severity: 'error' | 'warning' | 'info' }) =>
      id === WEIGHT ? 'off' : severity;
    const off = verdict(virtualService(WRONG), { ...policy, severityOf });
    expect(off).toMatchObject({ findings: [], acknowledged: [] });
  });

  it('is not in vain because its rule is left out today', () => {
    expect(ids(virtualService(WRONG, `${WEIGHT}: so`), { skip: [WEIGHT, 'declared-*'] })).toEqual([UNKNOWN]);
  });
});
