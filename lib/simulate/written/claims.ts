import { isFields, type Fields } from '../../manifest/fields';

/**
 * The claims of a token, as the JSON in its middle part.
 * @param what how the message calls it
 * @throws if it is no JSON object
 */
export function readClaims(text: string, what: string): Fields {
  const claims = jsonOf(text);
  if (isFields(claims)) return claims;
  throw new Error(
    `${what} must be a JSON object, got ${text}; write for example {"iss": "https://issuer.example.com", "sub": "alice"}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
