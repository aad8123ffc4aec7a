import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureProgram } from './child.mjs';
import { checkerTargets } from './checker-targets.mjs';
import { measureJudged } from './judged.mjs';
import { measurePeer, peersHere, peersMissing } from './peers.mjs';
import { measureStart } from './start.mjs';
import { ratio, summary } from './stats.mjs';

const CHARTS = 50;

/** What checking manifests costs: files, beside other checkers; within an app that is written; and to get started. */
export function measureChecker({ checked, findings, runs }, folder, progress) {
  const peers = peersHere();
  const fleets = checked.map((size, i) => {
    const files = writeFleet(size, join(folder, `files-${size}`));
    return { ...files, peers: peers.filter(({ isSlow }) => !isSlow || i === checked.length - 1) };
  });
  const broken = breakFleet(fleets.at(-1), findings);
  for (let round = 0; round < runs; round++) {
    for (const fleet of [...fleets, broken]) {
      progress(`check: round ${round + 1} of ${runs}, ${fleet.size} services`);
      // The order turns, so that nobody always has the better place.
      const turns = [() => runOurs('read', fleet), () => runOurs('check', fleet)];
      for (const peer of fleet.peers) if (!peer.isSlow || round === 0) turns.push(() => runPeer(peer, fleet));
      for (let i = 0; i < turns.length; i++) turns[(round + i) % turns.length]();
    }
  }
  for (const { folder: one } of [...fleets, broken]) rmSync(one, { recursive: true });
  const sizes = fleets.map(resultOf);
  const start = measureStart(join(folder, 'small.yaml'), progress);
  const judged = measureJudged(checked.at(-1), runs, folder, progress);
  const results = { sizes, broken: resultOf(broken), start, judged, missing: peersMissing() };
  return { ...results, targets: checkerTargets(results) };
}

/** A folder of YAML: a Service, a DestinationRule and a VirtualService for each service, in 50 namespaces. */
function writeFleet(size, folder) {
  measureProgram('print', { size, charts: CHARTS }, folder);
  const objects = 3 * size + CHARTS;
  return { size, folder, objects, files: readdirSync(folder), runs: {} };
}

/** The same with as many mistakes: a field that the API does not have. */
function breakFleet({ size, folder, objects, files }, findings) {
  const broken = `${folder}-broken`;
  const every = size / findings;
  mkdirSync(broken);
  let count = 0;
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/consecutive5xxErrors/g, (name) =>
      count++ % every < 1 ? 'consecutiveFiveHundreds' : name,
    );
    writeFileSync(join(broken, file), text);
  }
  return { size, folder: broken, objects, files, runs: {}, peers: [], findings };
}

function runOurs(program, { size, folder, objects, runs, findings }) {
  const { stdout, ...run } = measureProgram(program, { size, charts: CHARTS }, folder);
  const said = Number(/(?:"objects":|in )(\d+)(?: objects)?\D*$/.exec(stdout)?.[1]);
  if (said !== objects) throw new Error(`${program} must read ${objects} objects, got ${said}`);
  if (program === 'check' && findings !== undefined) {
    const got = Number(/(\d+) errors?/.exec(stdout.slice(-500))?.[1]);
    if (got !== findings) throw new Error(`check must find ${findings} errors, got ${got}`);
  }
  (runs[program] ??= []).push(run);
}

function runPeer(peer, { folder, files, runs }) {
  (runs[peer.name] ??= []).push(measurePeer(peer, folder, files));
}

function resultOf({ size, objects, findings, runs }) {
  const columns = (name, column) => runs[name].map((run) => run[column]);
  const programs = Object.keys(runs).map((name) => ({
    name,
    wall: summary(columns(name, 'wall')),
    cpu: summary(columns(name, 'cpu')),
    ...(runs[name][0].rss && { rss: summary(columns(name, 'rss')) }),
    checkOver: {
      wall: ratio(
        runs.check.slice(0, runs[name].length).map(({ wall }) => wall),
        columns(name, 'wall'),
      ),
      cpu: ratio(
        runs.check.slice(0, runs[name].length).map(({ cpu }) => cpu),
        columns(name, 'cpu'),
      ),
    },
    ...(runs[name][0].rss && { rssOver: ratio(columns('check', 'rss'), columns(name, 'rss')) }),
  }));
  return { size, objects, ...(findings !== undefined && { findings }), programs };
}
