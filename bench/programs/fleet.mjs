/** What a program is started with: how many services, in how many charts, and where the YAML goes. */
export function fleetFromCommandLine() {
  const [size, charts, outdir] = process.argv.slice(2);
  return { outdir, charts: fleetOf(Number(size), Number(charts)) };
}

/** The names of a fleet. Each chart is a namespace with its share of the services. */
function fleetOf(size, charts) {
  return Array.from({ length: charts }, (_, i) => ({
    name: `fleet-${digits(i, 3)}`,
    namespace: `shop-${digits(i, 3)}`,
    services: Array.from({ length: size / charts }, (_, j) => `service-${digits(j, 5)}`),
  }));
}

/** With leading zeros the order of names is the order of numbers. */
function digits(number, length) {
  return String(number).padStart(length, '0');
}
