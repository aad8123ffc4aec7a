import { mark, type Text } from '../../report/marked';
import type { CallerClass } from '../../simulate/table/callers';
import type { KnownHost } from '../../simulate/table/hosts';
import { refName } from '../../simulate/explain/shown';
import { nameCaller } from '../../simulate/written/caller';
import { drawTable, type Cell } from './table';

/** What one can ask about: the hosts of the manifests, and the callers, as `--from` takes them. */
export function presentKnown(
  hosts: readonly KnownHost[],
  callers: readonly CallerClass[],
  width: number,
): readonly Text[] {
  return [
    ...drawTable(['host', 'ports', 'declared by'], hosts.map(hostCells), width),
    [],
    ...drawTable(['from', 'workloads'], callers.map(callerCells), width),
  ];
}

const SHOWN = 4;

function hostCells({ host, gateway, ports, exportTo, objects }: KnownHost): readonly Cell[] {
  const isPrivate = exportTo !== undefined && !exportTo.includes('*');
  return [
    [
      [mark('strong', host)],
      ...(gateway ? [[mark('faint', `at ${nameCaller(gateway)}`)]] : []),
      ...(isPrivate ? [[mark('faint', `only for ${exportTo.join(', ') || 'nobody'}`)]] : []),
    ],
    ports.map(({ number, protocol }) => [`${number} ${protocol}`]),
    cut(objects.map(refName)),
  ];
}

function callerCells({ name, workloads }: CallerClass): readonly Cell[] {
  return [[[name]], cut(workloads)];
}

function cut(names: readonly string[]): Cell {
  const more = names.length - SHOWN;
  return [
    ...names.slice(0, SHOWN).map((name) => [name]),
    ...(more > 0 ? [[mark('faint', `and ${more} more`)]] : []),
  ];
}
