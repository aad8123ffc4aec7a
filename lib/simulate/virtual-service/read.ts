import {
  fieldsList,
  isFields,
  numberOf,
  optionalFields,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { Config } from '../mesh/config';
import { fullName } from '../names/host';
import { milliseconds } from './duration';
import type { ConnectionRule, Destination, HttpDestination, HttpRule, Place, VirtualService } from './model';
import { readActions } from './read-actions';
import { gatewayName, readConnectionMatch, readHttpMatch } from './read-match';

/**
 * A VirtualService as it was written. Short names are completed with its own namespace.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export function readVirtualService(
  config: Config,
  domain: string,
  defaultExportTo: ReadonlySet<string>,
): VirtualService {
  const { namespace, name, created, spec } = config;
  const reader = new Reader(config, domain);
  const gateways = textsOf(spec.gateways);
  // Of most objects somebody asks for the hosts only, or for nothing: their rules are read when they are asked for.
  let http: readonly HttpRule[] | undefined;
  let tcp: readonly ConnectionRule[] | undefined;
  let tls: readonly ConnectionRule[] | undefined;
  return {
    config,
    name,
    namespace,
    created,
    semantics: 'istio',
    hosts: textsOf(spec.hosts).map((host) => fullName(host, namespace, domain)),
    gateways: gateways.length > 0 ? gateways.map((gateway) => gatewayName(gateway, namespace)) : ['mesh'],
    exportTo: readExportTo(textsOf(spec.exportTo), defaultExportTo, namespace),
    get http() {
      return (http ??= fieldsList(spec.http).map((rule, i) => reader.httpRule(rule, `spec.http[${i}]`)));
    },
    get tcp() {
      return (tcp ??= fieldsList(spec.tcp).map((rule, i) => reader.connectionRule(rule, `spec.tcp[${i}]`)));
    },
    get tls() {
      return (tls ??= fieldsList(spec.tls).map((rule, i) => reader.connectionRule(rule, `spec.tls[${i}]`)));
    },
  };
}

/** `.` is the own namespace. Nothing is what the mesh says. */
export function readExportTo(
  list: readonly string[],
  defaults: ReadonlySet<string>,
  namespace: string,
): ReadonlySet<string> {
  const names = list.length > 0 ? list : [...defaults];
  return new Set(names.map((name) => (name === '.' ? namespace : name)));
}

class Reader {
  constructor(
    private readonly config: Config,
    private readonly domain: string,
  ) {}

  httpRule(rule: Fields, at: string): HttpRule {
    const place: Place = { config: this.config, at };
    const delegate = optionalFields(rule.delegate);
    const timeout = milliseconds(rule.timeout);
    return {
      place,
      name: textOf(rule.name) ?? '',
      matches: fieldsList(rule.match).map((match, i) =>
        readHttpMatch(match, { config: this.config, at: `${at}.match[${i}]` }),
      ),
      destinations: fieldsList(rule.route).map((route, i) =>
        this.httpDestination(route, `${at}.route[${i}]`),
      ),
      ...(delegate && {
        delegate: {
          namespace: textOf(delegate.namespace) || this.config.namespace,
          name: textOf(delegate.name) ?? '',
        },
      }),
      ...(timeout !== undefined && { timeout }),
      ...readActions(rule, (value) => this.destination(value)),
    };
  }

  private httpDestination(route: Fields, at: string): HttpDestination {
    const { headers } = readActions(route, (value) => this.destination(value));
    return {
      place: { config: this.config, at },
      destination: this.destination(route.destination),
      weight: numberOf(route.weight) ?? 0,
      ...(headers && { headers }),
    };
  }

  connectionRule(rule: Fields, at: string): ConnectionRule {
    return {
      place: { config: this.config, at },
      matches: fieldsList(rule.match).map((match, i) =>
        readConnectionMatch(match, { config: this.config, at: `${at}.match[${i}]` }),
      ),
      destinations: fieldsList(rule.route).map((route) => ({
        destination: this.destination(route.destination),
        weight: numberOf(route.weight) ?? 0,
      })),
    };
  }

  private destination(value: unknown): Destination {
    const fields = isFields(value) ? value : {};
    const port = numberOf(optionalFields(fields.port)?.number);
    const subset = textOf(fields.subset);
    return {
      host: fullName(textOf(fields.host) ?? '', this.config.namespace, this.domain),
      ...(optionalFields(fields.port) && { port: port ?? 0 }),
      ...(subset && { subset }),
    };
  }
}
