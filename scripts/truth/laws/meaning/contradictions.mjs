// What the library has to refuse: equal conditions with different answers, settings said twice, doors that clash.
import { itemsOf, overlayClauses, pathOf, routeClauses } from './clauses.mjs';
import { clausesOf, modesOf } from './edge.mjs';
import { canonical, conditionKey } from './precedence.mjs';
import { CONNECTIONS } from './service.mjs';

/** A text for each contradiction. */
export function contradictions(program) {
  const found = [];
  for (const { name, ports } of program.services) {
    for (const { number, protocol } of ports) {
      const routes = routeClauses(program, name).filter(({ port }) => port === undefined || port === number);
      if (protocol !== 'HTTP') {
        const plain = routes.filter(
          ({ kind, atoms, conditional }) =>
            CONNECTIONS.includes(kind) && canonical(atoms).length === 0 && !conditional,
        );
        clash(found, plain, `${name}:${number}`);
        continue;
      }
      clash(found, routes, `${name}:${number}`);
      for (const [dimension, clauses] of overlayClauses(program, name, number)) {
        clash(
          found,
          clauses.filter(({ port }) => port === undefined || port === number),
          `${dimension} of ${name}:${number}`,
        );
      }
    }
    for (const kinds of [['CircuitBreaker'], ['SessionAffinity', 'LoadBalancing']]) {
      const settings = itemsOf(program, name).filter(({ kind }) => kinds.includes(kind));
      clash(found, settings.map(settingClause), `settings of ${name}`);
    }
  }
  found.push(...lostCopies(program));
  for (const [where, doors] of sites(program)) {
    clash(
      found,
      doors.map(({ exposure, mode }) => ({ atoms: [], said: mode, id: pathOf(exposure) })),
      `listener of ${where}`,
    );
    const [
      {
        mode: { mode },
      },
    ] = doors;
    if (mode === 'passthrough' || mode === 'tcp') {
      if (doors.length > 1) found.push(`connections to ${where}`);
    } else if (doors.every((door) => door.mode.mode !== 'redirect'))
      clash(
        found,
        doors.flatMap(({ exposure }) => clausesOf(program, exposure)),
        where,
      );
  }
  return found;
}

/** Copies of requests go to the port that was called, unless another is named: the receiver has to have it. */
function lostCopies({ items, services }) {
  const httpPorts = (service) =>
    services
      .find(({ name }) => name === service)
      .ports.filter(({ protocol }) => protocol === 'HTTP')
      .map(({ number }) => number);
  return items
    .filter(({ props: { toService } }) => toService)
    .filter(({ service, props: { toService, toPort, port } }) => {
      const called = httpPorts(service).filter((one) => port === undefined || port === one);
      const wanted = toPort === undefined ? called : [toPort];
      return wanted.some((one) => !httpPorts(toService).includes(one));
    })
    .map((item) => `copies of ${pathOf(item)}`);
}

function settingClause(item) {
  return { id: pathOf(item), atoms: [{ on: 'version', text: item.props.version }], said: item.props };
}

function clash(found, clauses, where) {
  const first = new Map();
  for (const { id, atoms, said } of clauses) {
    const key = conditionKey(atoms);
    const other = first.get(key);
    if (!other) first.set(key, { id, said });
    else if (words(other.said) !== words(said))
      found.push(`${where}: ${key || 'everything'} (${other.id}, ${id})`);
  }
}

/** What is said, without regard to how it is written. A share of 0 % is a different word: it may be raised tomorrow. */
function words(said) {
  return JSON.stringify(said, (name, part) => {
    if (typeof part === 'function') return part('<version>');
    return part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  });
}

function sites(program) {
  const byHost = new Map();
  for (const exposure of program.exposures) {
    for (const host of exposure.hosts ?? ['*']) {
      for (const mode of (exposure.entries ?? [{ http: 80 }]).flatMap(modesOf)) {
        const where = `${host} at ${mode.port}`;
        byHost.set(where, [...(byHost.get(where) ?? []), { exposure, mode }]);
      }
    }
  }
  return byHost;
}
