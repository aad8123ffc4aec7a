import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, URL } from 'node:url';

const CRDS = fileURLToPath(new URL('../imports/crds/istio', import.meta.url));

/** Other checkers, for files in a folder. Each says in its own way that it has looked at all of them. */
const PEERS = [
  {
    name: 'istioctl analyze',
    variable: 'MESH_BENCH_ISTIOCTL',
    args: (folder) => ['analyze', '--use-kube=false', '--failure-threshold', 'Error', folder],
    hasRead: (output, files) => files.every((file) => output.includes(file)),
  },
  {
    name: 'kubectl-validate',
    variable: 'MESH_BENCH_KUBECTL_VALIDATE',
    args: (folder) => [folder, '--local-crds', CRDS],
    hasRead: (output, files) => files.every((file) => output.includes(file)),
    /** It takes minutes for what others do in seconds: it is asked about the largest fleet only, and once. */
    isSlow: true,
  },
];

/** Those that are on this machine. */
export function peersHere() {
  return PEERS.filter(({ variable }) => process.env[variable]);
}

/** What to say of the others. */
export function peersMissing() {
  return PEERS.filter(({ variable }) => !process.env[variable]).map(
    ({ name, variable }) => `${name} is left out: ${variable} names no program`,
  );
}

/** Runs one, and says what it took; the shell tells its CPU time. */
export function measurePeer({ name, variable, args, hasRead }, folder, files) {
  const command = ['sh', '-c', '"$@"; status=$?; times >&3; exit $status', 'sh', process.env[variable]];
  const begin = performance.now();
  const { status, output } = spawnSync(command[0], [...command.slice(1), ...args(folder)], {
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = performance.now() - begin;
  const [, out, err, times] = output.map(String);
  if (status !== 0) throw new Error(`${name} failed with ${status}:\n${out}${err}`);
  if (!hasRead(out + err, files)) throw new Error(`${name} must look at ${files.join(', ')}, got:\n${out}`);
  return { wall, cpu: childTime(times) };
}

/** The second line of POSIX `times`: `0m1.20s 0m0.30s`, user and system time of children, in milliseconds. */
function childTime(times) {
  const [, children] = times.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000)
    .reduce((sum, time) => sum + time, 0);
}
