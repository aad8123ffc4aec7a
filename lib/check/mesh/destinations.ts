import { fieldsList, isFields, numberOf, textOf, type Fields } from '../../manifest/fields';
import type { Path } from '../../manifest/position';
import type { Config } from '../../simulate/mesh/config';
import { fullName } from '../../simulate/names/host';

/** A place where a VirtualService sends requests to. */
export interface WrittenDestination {
  readonly path: Path;
  readonly kind: 'http' | 'tcp' | 'tls' | 'mirror';
  /** As written. */
  readonly host: string;
  /** With namespace and domain if it was short. */
  readonly full: string;
  readonly port?: number;
  readonly subset?: string;
}

/** All destinations of a VirtualService, mirrors too; those of its delegates are theirs. */
export function destinationsOf({ spec, namespace }: Config, domain: string): readonly WrittenDestination[] {
  const found: WrittenDestination[] = [];
  const add = (destination: unknown, kind: WrittenDestination['kind'], path: Path): void => {
    if (!isFields(destination)) return;
    const host = textOf(destination.host) ?? '';
    const port = isFields(destination.port) ? (numberOf(destination.port.number) ?? 0) : undefined;
    const subset = textOf(destination.subset);
    const full = fullName(host, namespace, domain);
    found.push({ path, kind, host, full, ...(port !== undefined && { port }), ...(subset && { subset }) });
  };
  for (const kind of ['http', 'tcp', 'tls'] as const) {
    fieldsList(spec[kind]).forEach((rule, i) => {
      fieldsList(rule.route).forEach(({ destination }, j) =>
        add(destination, kind, ['spec', kind, i, 'route', j, 'destination']),
      );
      if (kind === 'http')
        mirrorsOf(rule).forEach(([steps, mirror]) => add(mirror, 'mirror', ['spec', 'http', i, ...steps]));
    });
  }
  return found;
}

function mirrorsOf({ mirror, mirrors }: Fields): readonly (readonly [Path, unknown])[] {
  const several = fieldsList(mirrors).map(
    ({ destination }, i) => [['mirrors', i, 'destination'], destination] as const,
  );
  return isFields(mirror) ? [[['mirror'], mirror], ...several] : several;
}
