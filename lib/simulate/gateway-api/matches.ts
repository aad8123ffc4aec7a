import { fieldsList, fieldsOf, isFields, textOf, type Fields } from '../../manifest/fields';
import type { HttpMatch, Place, StringMatch } from '../virtual-service/model';
import { RouteError } from './destination';

/** A condition of an HTTPRoute. A path that is not said is any. */
export function httpMatch(match: Fields, place: Place): HttpMatch {
  const method = textOf(match.method);
  return {
    ...nothingElse(place),
    uri: pathMatch(fieldsOf(match.path)),
    ...(method !== undefined && { method: { kind: 'exact', text: method } }),
    headers: namedMatches(match.headers),
    query: namedMatches(match.queryParams),
  };
}

/** A condition of a GRPCRoute: service and method are the path. */
export function grpcMatch(match: Fields, place: Place): HttpMatch {
  const uri = isFields(match.method) ? methodMatch(match.method) : undefined;
  return {
    ...nothingElse(place),
    ...(uri && { uri }),
    headers: namedMatches(match.headers),
  };
}

function nothingElse(place: Place): HttpMatch {
  return {
    place,
    name: '',
    ignoreCase: false,
    headers: new Map(),
    withoutHeaders: new Map(),
    query: new Map(),
    sourceLabels: new Map(),
    gateways: [],
  };
}

function pathMatch({ type, value }: Fields): StringMatch {
  const text = textOf(value) ?? '/';
  switch (type) {
    case undefined:
    case 'PathPrefix':
      return { kind: 'prefix', text: text === '/' ? text : text.replace(/\/$/, '') };
    case 'Exact':
      return { kind: 'exact', text };
    case 'RegularExpression':
      return { kind: 'regex', text };
    default:
      throw new RouteError('the type of a path must be PathPrefix, Exact or RegularExpression');
  }
}

function methodMatch({ type, service, method }: Fields): StringMatch {
  const [of, name] = [textOf(service), textOf(method)];
  if (of === undefined && name === undefined)
    throw new RouteError('a method must have a service or a method');
  if (of === undefined) return { kind: 'regex', text: `/[^/]+/${name}` };
  if (type === 'RegularExpression') return { kind: 'regex', text: `/${of}/${name ?? '.+'}` };
  return name === undefined ? { kind: 'prefix', text: `/${of}/` } : { kind: 'exact', text: `/${of}/${name}` };
}

function namedMatches(list: unknown): ReadonlyMap<string, StringMatch> {
  return new Map(
    fieldsList(list).map(({ name, type, value }): [string, StringMatch] => [
      textOf(name) ?? '',
      { kind: type === 'RegularExpression' ? 'regex' : 'exact', text: textOf(value) ?? '' },
    ]),
  );
}
