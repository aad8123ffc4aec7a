import { X509Certificate } from 'node:crypto';
import { isFields, type Fields } from '../../../manifest/fields';
import { show } from '../../finding';

/** What is in a JSON Web Key Set, which may be a single key. */
export interface Jwks {
  readonly problem?: string;
  /** The indexes of the keys that should be nobody's but the issuer's. */
  readonly privateKeys: readonly number[];
}

const TEXTS = ['alg', 'kid', 'use', 'x5t', 'x5t#S256', 'x5u'];
/** By kty: what a public key must have, of it what is base64, and what a private one must have besides. */
const KINDS = new Map<unknown, { required: string[]; bytes: string[]; secret: string[] }>([
  ['RSA', { required: ['e', 'n'], bytes: ['e', 'n', 'd', 'p', 'q', 'dp', 'dq', 'qi'], secret: ['d'] }],
  ['EC', { required: ['crv', 'x', 'y'], bytes: ['x', 'y', 'd'], secret: ['d'] }],
  ['OKP', { required: ['crv', 'x'], bytes: ['x', 'd'], secret: ['d'] }],
  ['oct', { required: ['k'], bytes: ['k'], secret: [] }],
]);

export function readJwks(text: string): Jwks {
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch {
    return { problem: 'it is no JSON', privateKeys: [] };
  }
  if (!isFields(set)) return { problem: 'it is no object', privateKeys: [] };
  const keys = Object.hasOwn(set, 'keys') ? (set.keys ?? []) : [set];
  if (!Array.isArray(keys)) return { problem: 'keys is no list', privateKeys: [] };
  const privateKeys: number[] = [];
  for (const [i, key] of keys.entries()) {
    const problem = isFields(key) ? keyProblem(key) : 'it is no object';
    if (problem) return { problem: `in key ${i}, ${problem}`, privateKeys: [] };
    if (isFields(key) && isPrivate(key)) privateKeys.push(i);
  }
  return { privateKeys };
}

function isPrivate(key: Fields): boolean {
  return key.kty === 'oct' || key.d !== undefined;
}

function keyProblem(key: Fields): string | undefined {
  const kind = KINDS.get(key.kty);
  if (!kind) return `kty is ${show(key.kty)}`;
  const isSecret = kind.secret.length > 0 && key.d !== undefined;
  const bytes = isSecret ? kind.bytes : kind.bytes.filter((field) => [...kind.required].includes(field));
  const wrong = bytes.find((field) => isGiven(key, field) && !isBase64(key[field]));
  if (wrong) return `${wrong} is no base64`;
  const missing = [...kind.required, ...(isSecret ? kind.secret : [])].find(
    (field) => !Object.hasOwn(key, field),
  );
  if (missing) return `${missing} is missing`;
  if (kind.required.includes('crv') && key.crv !== null && typeof key.crv !== 'string')
    return `crv is ${show(key.crv)}`;
  const noText = TEXTS.find((field) => isGiven(key, field) && typeof key[field] !== 'string');
  if (noText) return `${noText} is no text`;
  if (isGiven(key, 'key_ops') && !isTextList(key.key_ops)) return 'key_ops is no list of texts';
  return isGiven(key, 'x5c') && !isCertificateList(key.x5c) ? 'x5c is no list of certificates' : undefined;
}

function isGiven(key: Fields, field: string): boolean {
  return Object.hasOwn(key, field) && key[field] !== null;
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => one === null || typeof one === 'string');
}

/** With or without padding, of either alphabet. */
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const text = value.replace(/[\r\n]/g, '');
  const alphabet = /[+/]/.test(text) ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9_-]*={0,2}$/;
  return alphabet.test(text) && (text.endsWith('=') ? text.length % 4 === 0 : text.length % 4 !== 1);
}

function isCertificateList(value: unknown): boolean {
  return (
    isTextList(value) && value.every((text) => isBase64(text) && isCertificate(Buffer.from(text, 'base64')))
  );
}

function isCertificate(der: Buffer): boolean {
  try {
    new X509Certificate(der);
    return true;
  } catch {
    return false;
  }
}
