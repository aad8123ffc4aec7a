import { isFields, own, textOf, type Fields } from '../../manifest/fields';
import type { Attribute } from './attribute';
import { textTest, type TextTest } from './text-match';

/** A claim of the accepted token: a text, or a list with it. Numbers, booleans and objects never match. */
export function claimAttribute(name: string, path: readonly string[] | undefined): Attribute {
  return {
    needsHttp: true,
    test: (value) => {
      if (!path) return undefined;
      const test = textTest(value);
      return ({ claims }) => textsOf(claims && claimAt(claims, path)).some(test);
    },
    got: ({ claims }) => {
      const claim = claims && path && claimAt(claims, path);
      if (!claims) return 'there is no accepted token';
      return claim === undefined ? `the token has no ${name}` : `the token says ${JSON.stringify(claim)}`;
    },
  };
}

/** The issuer and the subject of the accepted token, `issuer/subject`. */
export const requestPrincipal: Attribute = {
  needsHttp: true,
  test: (value) => {
    const [issuerTest, subjectTest] = principalTests(value);
    return ({ claims = {} }) => {
      const issuer = textOf(own(claims, 'iss'));
      const subject = textOf(own(claims, 'sub'));
      return issuer !== undefined && subject !== undefined && issuerTest(issuer) && subjectTest(subject);
    };
  },
  got: ({ claims }) =>
    claims ? `the token is of ${principalOf(claims) ?? 'nobody'}` : 'there is no accepted token',
};

/** Who a token is about. Nothing without an issuer or a subject. */
export function principalOf(claims: Fields): string | undefined {
  const issuer = textOf(own(claims, 'iss'));
  const subject = textOf(own(claims, 'sub'));
  return issuer && subject ? `${issuer}/${subject}` : undefined;
}

/** The names in `request.auth.claims[a][b]`. Brackets that do not fit are part of one name. */
export function claimPath(key: string): readonly string[] | undefined {
  const text = key.slice('request.auth.claims'.length);
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1);
  const names = inner.split('][');
  return names.some((name) => /[[\]]/.test(name)) ? [inner] : names;
}

/**
 * Istio cuts the value at its last slash, since issuers are URLs, and reads a wildcard on the side where it is: so
 * `https://a*` is the issuer `https:/` with subjects that begin with `a`, as surprising as that is.
 */
function principalTests(value: string): readonly [issuer: TextTest, subject: TextTest] {
  const any = textTest('*');
  if (value === '*') return [any, any];
  const slash = value.lastIndexOf('/');
  if (slash < 0) {
    if (value.startsWith('*')) return [any, textTest(value)];
    return [textTest(value), value.endsWith('*') ? any : (subject) => subject === ''];
  }
  const issuer = value.slice(0, slash);
  const subject = value.slice(slash + 1);
  if (value.startsWith('*')) return [textTest(issuer), (text) => text === subject];
  const isIssuer: TextTest = (text) => text === issuer;
  if (subject === '*') return [isIssuer, any];
  if (subject.endsWith('*')) return [isIssuer, (text) => text.startsWith(subject.slice(0, -1))];
  return [isIssuer, (text) => text === subject];
}

function claimAt(claims: Fields, path: readonly string[]): unknown {
  let at: unknown = claims;
  for (const name of path) {
    if (!isFields(at)) return undefined;
    at = own(at, name);
  }
  return at;
}

function textsOf(claim: unknown): readonly string[] {
  const all = Array.isArray(claim) ? (claim as readonly unknown[]) : [claim];
  return all.filter((text) => typeof text === 'string');
}
