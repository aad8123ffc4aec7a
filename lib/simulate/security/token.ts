import { fieldsList, own, textOf, textsOf, type Fields } from '../../manifest/fields';

/** A JSON Web Token that a request carries. Who has not got its key can only say whether it is valid. */
export interface Token {
  readonly claims: Fields;
  /** Signed by its issuer, and in time. What is no token at all has no claims either. */
  readonly isValid: boolean;
  /** Where in the request it is. Absent: where the rule about its issuer looks for it. */
  readonly at?: TokenLocation;
}

export interface TokenLocation {
  readonly in: 'header' | 'param' | 'cookie';
  readonly name: string;
  /** In front of the token. */
  readonly prefix?: string;
}

/** The token of a request that says what is in it, or that it is none that anybody accepts. */
export function tokensOf({ claims, invalidToken = false }: TokenFacts): readonly Token[] {
  return claims || invalidToken ? [{ claims: claims ?? {}, isValid: !invalidToken }] : [];
}

export interface TokenFacts {
  readonly claims?: Fields;
  readonly invalidToken?: boolean;
}

/** Where a rule looks for tokens. */
export function locationsOf({ fromHeaders, fromParams, fromCookies }: Fields): readonly TokenLocation[] {
  const locations: readonly TokenLocation[] = [
    ...fieldsList(fromHeaders).map(({ name, prefix }) => header(textOf(name) ?? '', textOf(prefix) ?? '')),
    ...textsOf(fromParams).map((name) => ({ in: 'param' as const, name })),
    ...textsOf(fromCookies).map((name) => ({ in: 'cookie' as const, name })),
  ];
  return locations.length > 0
    ? locations
    : [header('authorization', 'Bearer '), { in: 'param', name: 'access_token' }];
}

function header(name: string, prefix: string): TokenLocation {
  return { in: 'header', name: name.toLowerCase(), prefix };
}

/** What somebody who looks there reads of the token. Without a prefix to look for, another one spoils it. */
export function readAt(
  token: Token,
  at: TokenLocation,
  { in: kind, name, prefix = '' }: TokenLocation,
): Token | undefined {
  if (at.in !== kind || (kind === 'header' ? at.name.toLowerCase() : at.name) !== name) return undefined;
  if (at.prefix === undefined || at.prefix === prefix) return token;
  return prefix === '' ? { ...token, claims: {}, isValid: false } : undefined;
}

export function issuerOf(token: Token): string | undefined {
  return textOf(own(token.claims, 'iss'));
}

/** Whether the token is meant for one of the rule's audiences, if it has any. */
export function isMeantFor({ audiences }: Fields, { claims }: Token): boolean {
  const wanted = textsOf(audiences);
  const aud = own(claims, 'aud');
  const given = typeof aud === 'string' ? [aud] : textsOf(aud);
  return wanted.length === 0 || given.some((audience) => wanted.includes(audience));
}

/** The claims as policies see them: some texts are lists of words. */
export function claimsOf({ spaceDelimitedClaims }: Fields, { claims }: Token): Fields {
  const lists = new Set(['permission', 'scope', ...textsOf(spaceDelimitedClaims)]);
  return Object.fromEntries(
    Object.entries(claims).map(([name, claim]) => [
      name,
      lists.has(name) && typeof claim === 'string' ? claim.split(' ').filter((word) => word !== '') : claim,
    ]),
  );
}
