// Whole programs: services in one or two namespaces, what constructs in two charts say about them, and a gateway.
import fc from 'fast-check';
import { maybe, one, some } from './common.mjs';
import { DIALECTS } from './dialects.mjs';
import { exposures } from './exposures.mjs';
import { itemsFor } from './items.mjs';

const HTTP = { number: 9080, protocol: 'HTTP' };

const weighted = (weight, arbitrary) => ({ weight, arbitrary });

export const programs = (dialect) => {
  const can = DIALECTS[dialect];
  return fc
    .tuple(services(can), fc.integer({ min: 0, max: 3 }))
    .chain(([list, dice]) => program(dialect, list, { ...can, regexes: dice === 3 }));
};

function program(dialect, services, can) {
  const items = services.map((service, i) => {
    const others = services.filter((other) => other !== service);
    const { routes, overlays, settings } = itemsFor(service, others, can);
    const few = i > 0;
    return fc
      .tuple(
        placed(routes, few ? 2 : 4),
        placed(overlays, few ? 2 : 4),
        settings ? placed(settings, few ? 0 : 2) : fc.constant([]),
      )
      .map((groups) => groups.flat().map((item) => ({ ...item, service: service.name })));
  });
  const edge = fc.oneof(fc.constant([]), placed(exposures(services, can), 3));
  const choices = some({
    shortNames: maybe(fc.constant(true), 25),
    gatewayNamespace: one('shop', 'shop', 'edge'),
    idleGateway: maybe(fc.constant(true), 5),
  });
  return fc.tuple(fc.tuple(...items), edge, choices).map(([said, doors, choice]) => ({
    dialect: can.mesh ?? dialect,
    edgeDialect: can.edge ?? dialect,
    ...choice,
    services,
    regexes: can.regexes,
    items: named(said.flat(), 'i'),
    exposures: named(doors, 'e'),
  }));
}

function services({ protocols, external }) {
  const ports = fc.oneof(
    weighted(5, fc.constant([HTTP])),
    weighted(1, fc.constant([{ number: 8080, protocol: 'HTTP' }, HTTP])),
    ...protocols.map((protocol) => weighted(1, fc.constant([{ number: OTHERS[protocol], protocol }, HTTP]))),
  );
  const second = fc.oneof(
    weighted(4, fc.record({ ports, versions: one([], ['v1', 'v2']), namespace: one('shop', 'data') })),
    weighted(external ? 1 : 0, outside),
  );
  return fc
    .tuple(ports, one(['v1', 'v2'], ['v1', 'v2', 'v3']), maybe(second))
    .map(([own, versions, other]) => [
      { name: 'reviews', namespace: 'shop', ports: own, versions },
      ...(other ? [{ name: 'ratings', ...other }] : []),
    ]);
}

const OTHERS = { TCP: 9000, TLS: 9443 };

const outside = fc.record({
  outside: fc.constant('api.example.org'),
  ports: one(
    [{ number: 80, protocol: 'HTTP' }],
    [
      { number: 80, protocol: 'HTTP' },
      { number: 8080, protocol: 'HTTP' },
    ],
  ),
  versions: fc.constant([]),
  namespace: one('shop', 'data'),
});

/** Constructs are put into charts at random: paths in the tree are not in the order of creation. */
function placed(items, maxLength) {
  return fc
    .array(fc.tuple(one('a', 'b'), items), { maxLength })
    .map((list) => list.map(([chart, item]) => ({ chart, ...item })));
}

/** Upper case comes before lower case, so that the order of ids is neither that of creation nor that of kinds. */
function named(items, letter) {
  return items.map((item, i) => ({ id: `${i % 3 === 2 ? letter.toUpperCase() : letter}${i}`, ...item }));
}
