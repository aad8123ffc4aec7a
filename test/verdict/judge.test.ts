import { loadManifests } from '../../lib/manifest/load';
import { judge, type Policy } from '../../lib/verdict/judge';
import type { Verdict } from '../../lib/verdict/verdict';

const virtualService = (spec: string, annotation?: string): string => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
  annotations: {cdk8s-mesh.io/acknowledge: ${JSON.stringify(annotation ?? '')}}
spec: ${spec}
`;

const WRONG = '{hosts: [web], http: [{timeot: 3s, route: [{destination: {host: web}, weight: -1}]}]}';

const verdict = (yaml: string, policy: Policy = {}): Verdict => judge(loadManifests(yaml), policy);
const ids = (yaml: string, policy?: Policy): readonly string[] =>
  verdict(yaml, policy)
    .findings.map(({ id }) => id)
    .filter((id) => /^(schema|webhook|unr|not|ack)/.test(id));

const UNKNOWN = 'schema-unknown-field';
const WEIGHT = 'webhook-weight-negative';

describe('a verdict', () => {
  it('has the findings of all layers', () => {
    expect(ids(virtualService(WRONG))).toEqual([UNKNOWN, WEIGHT]);
  });

  it('is about some rules, or about all but some', () => {
    expect(ids(virtualService(WRONG), { only: [UNKNOWN] })).toEqual([UNKNOWN]);
    expect(ids(virtualService(WRONG), { only: ['IST0106'] })).toEqual([WEIGHT]);
    expect(ids(virtualService(WRONG), { skip: ['schema-*'] })).toEqual([WEIGHT]);
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
      judge(loadManifests(order)).findings.map(({ id, source }) => [source?.file, id]);
    expect(places(files)).toEqual(places([...files].reverse()));
  });

  it('tells what cannot be read from what is no object, and judges the rest', () => {
    expect(ids(`a: [\n---\nreplicas: 2\n${virtualService(WRONG)}`)).toEqual([
      'unreadable-document',
      'not-an-object',
      UNKNOWN,
      WEIGHT,
    ]);
  });
});

describe('an acknowledgement', () => {
  it('takes the findings of a rule about its object out, and keeps the reason', () => {
    const { findings, acknowledged } = verdict(virtualService(WRONG, `\n${UNKNOWN}: a new field\n`));
    expect(findings.map(({ id }) => id)).not.toContain(UNKNOWN);
    expect(acknowledged).toMatchObject([{ finding: { id: UNKNOWN }, reason: 'a new field' }]);
  });

  it('says nothing about other objects', () => {
    const other = virtualService(WRONG).replace('name: web', 'name: other');
    const { acknowledged } = verdict(virtualService(WRONG, `${WEIGHT}: so`) + other);
    expect(acknowledged.map(({ finding }) => finding.object.name)).toEqual(['web']);
  });

  it.each([
    [WEIGHT, /^the acknowledgement of webhook-weight-negative must give a reason, got none/],
    [
      'schema-required: gone',
      /^the acknowledgement of schema-required must be about a finding, got none of that rule/,
    ],
    [
      'schema-requird: gone',
      /^the rule of an acknowledgement must be the id .* did you mean schema-required\?/,
    ],
    ['my reason', /^the acknowledgement of my reason must give a reason/],
  ])('that acknowledges nothing is a finding: %s', (annotation, message) => {
    const { findings } = verdict(virtualService(WRONG, annotation), { only: ['acknowledgement'] });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toMatch(message);
    expect(findings[0]!.source).toMatchObject({ line: 7 });
  });

  it('is not in vain because its rule is left out today', () => {
    expect(ids(virtualService(WRONG, `${WEIGHT}: so`), { skip: [WEIGHT] })).toEqual([UNKNOWN]);
  });
});
