// Tells as JSON what reviews take, in milliseconds of this process's CPU time, and how long the documents are, in KiB.
import { Buffer } from 'node:buffer';
import { FORMATS, render, review } from 'cdk8s-mesh/review';
import { fleetFromCommandLine } from './fleet.mjs';
import { meshOf } from './reviewed.mjs';

const { charts } = fleetFromCommandLine();
// One namespace alone has nothing but routes.
const withPolicies = charts.length > 1;
const [before, after] = [10, 20].map((share) => meshOf(charts, share, withPolicies));

// Whatever else the machine does, CPU time is our own.
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const [description, describe] = timed(() => review(before));
const [difference, compare] = timed(() => review(before, after));
if (difference.hosts.length === 0) throw new Error('a change went unseen');

const documents = Object.fromEntries(
  FORMATS.map((format) => {
    const [text, time] = timed(() => render(description, format));
    return [format, { time, size: Buffer.byteLength(text) / 1024 }];
  }),
);
console.log(JSON.stringify({ describe, compare, documents }));

function timed(work) {
  const start = now();
  const result = work();
  return [result, now() - start];
}
