import type { Caller, Request } from '../../../simulate/request';
import { readAddress } from '../../../simulate/written/address';
import { nameCaller, readCaller } from '../../../simulate/written/caller';
import { readClaims } from '../../../simulate/written/claims';
import { readHeaders } from '../../../simulate/written/headers';
import { ASK } from '../../words/page';

/** The fields of the form, as somebody types them. An empty one is as if it were not there. */
export const FIELDS = [
  'from',
  'method',
  'scheme',
  'host',
  'port',
  'path',
  'headers',
  'serviceAccount',
  'sourceIp',
  'claims',
] as const;

export type Field = (typeof FIELDS)[number];
export type Question = Readonly<Partial<Record<Field, string>>>;

export const SCHEMES = ['http', 'https', 'grpc', 'tcp', 'tls'] as const;

/**
 * The request that a question is about.
 * @throws if a field cannot be read
 */
export function requestOf(question: Question): Request {
  const field = (name: Field): string => question[name]?.trim() ?? '';
  const scheme = field('scheme') || 'http';
  const isHttp = !/^(tcp|tls)$/.test(scheme);
  const headers = field('headers')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const path = field('path') || '/';
  const port = portOf(field('port'));
  return {
    url: `${scheme}://${hostOf(field('host'))}${port}${isHttp ? absolute(path) : ''}`,
    ...(isHttp && field('method') !== '' && { method: methodOf(field('method')) }),
    ...(isHttp && headers.length > 0 && { headers: readHeaders(headers) }),
    from: callerOf(field('from'), field('serviceAccount')),
    ...(field('sourceIp') !== '' && { sourceIp: readAddress(field('sourceIp'), ASK.sourceIp) }),
    ...(field('claims') !== '' && { claims: readClaims(field('claims'), ASK.claims) }),
  };
}

function hostOf(text: string): string {
  if (/^(\[[\da-f:.]+\]|[^\s/:?#@[\]*]+)$/i.test(text)) return text;
  const advice = text.includes('*')
    ? 'write a name that it stands for'
    : 'write for example reviews.shop, and port and path in their own fields';
  throw new Error(`${ASK.host} must be a name or an address, got ${text || 'nothing'}; ${advice}`);
}

function portOf(text: string): string {
  if (text === '') return '';
  if (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536) return `:${Number(text)}`;
  throw new Error(
    `${ASK.port} must be a number from 1 to 65535, got ${text}; leave it empty for that of the scheme`,
  );
}

function absolute(path: string): string {
  if (/^\/[^\s#]*$/.test(path)) return path;
  throw new Error(
    `${ASK.path} must start with / and have no blanks, got ${path}; write for example /reviews/7?lang=en`,
  );
}

function methodOf(text: string): string {
  if (/^[A-Z]+$/.test(text)) return text;
  throw new Error(`${ASK.method} must be in capitals, got ${text}; write for example GET`);
}

function callerOf(text: string, serviceAccount: string): Caller {
  const caller = text === '' ? {} : readCaller(text, ASK.from);
  if (serviceAccount === '') return caller;
  if (!('gateway' in caller) && !('outside' in caller)) return { ...caller, serviceAccount };
  throw new Error(
    `${ASK.serviceAccount} must go with a workload, got ${serviceAccount} for ${text}; leave it empty`,
  );
}

/** The question about a request. */
export function questionOf({ url, method, headers = {}, from, sourceIp, claims }: Request): Question {
  const [, scheme = '', host = '', port = '', path = ''] =
    /^(\w+):\/\/(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?(.*)$/s.exec(url) ?? [];
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const account = typeof from === 'object' && 'serviceAccount' in from ? from.serviceAccount : undefined;
  return {
    ...(from !== undefined && { from: nameCaller(from) }),
    ...(method !== undefined && { method }),
    scheme,
    host,
    port,
    path,
    ...(lines.length > 0 && { headers: lines.join('\n') }),
    ...(account !== undefined && { serviceAccount: account }),
    ...(sourceIp !== undefined && { sourceIp }),
    ...(claims && { claims: JSON.stringify(claims) }),
  };
}

const ANCHOR = '#ask?';

/** A link that asks again, for somebody else. */
export function linkTo(question: Question): string {
  const said = FIELDS.flatMap((name): [string, string][] => (question[name] ? [[name, question[name]]] : []));
  return `${ANCHOR}${new URLSearchParams(said).toString()}`;
}

/** The question of such a link. Nothing if it is another link. */
export function questionIn(link: string): Question | undefined {
  if (!link.startsWith(ANCHOR)) return undefined;
  const said = new URLSearchParams(link.slice(ANCHOR.length));
  return Object.fromEntries(FIELDS.flatMap((name) => (said.has(name) ? [[name, said.get(name)!]] : [])));
}
