import { App, type Chart } from 'cdk8s';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STORIES } from '../../examples/stories/all';
import { Dialect, Losses, Mesh, MeshReport } from '../../lib';
import { review } from '../../lib/review';

interface Told {
  readonly charts: readonly Chart[];
  readonly losses: number;
}

/** A story in a dialect. Nothing if the story patches what this dialect does not write. */
function tell(add: (app: App) => unknown, dialect: Dialect): Told | undefined {
  const outdir = mkdtempSync(join(tmpdir(), 'dialects-'));
  try {
    const app = new App({ outdir });
    new Mesh(app, 'mesh', { dialect, losses: Losses.REPORT });
    add(app);
    app.synth();
    return { charts: app.charts, losses: MeshReport.of(app).losses.length };
  } catch (error) {
    if (String(error).includes('the kind to patch must be')) return undefined;
    throw error;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const pairs = STORIES.flatMap((add) => {
  const [before, after] = [tell(add, Dialect.ISTIO), tell(add, Dialect.GATEWAY_API)];
  return before && after ? [[before.charts[0]!.node.id, before, after] as const] : [];
});

/** What is different for callers in the mesh: what the report of losses names, and nothing else. */
const LOST: Readonly<Record<string, readonly string[]>> = {
  'bookinfo-fault-injection-delay': ['ratings: delay'],
  'bookinfo-fault-injection-abort': ['ratings: ends'],
  'httpbin-circuit-breaking': ['httpbin: limits, ejection'],
  'nginx-session-affinity': ['pages: affinity, balancing'],
  'tcp-echo': ['tcp-echo: ends'],
  egress: ['httpbin: transport'],
  'two-teams-one-host': ['reviews: ends'],
};

describe('a story in the other dialect', () => {
  it.each(pairs)('%s', (story, before, after) => {
    const { hosts, uncertainties } = review(before.charts, after.charts);
    // Gateways are others, with clients of their own, and each version gets a Service.
    const changed = hosts.filter(({ kind, status }) => kind !== 'gateway' && status !== 'added');
    expect(uncertainties).toEqual([]);
    const aspects = changed.flatMap(({ host, views }) =>
      views.flatMap(({ classes }) =>
        classes.map((one) => `${host.split('.')[0]}: ${one.aspects.join(', ')}`),
      ),
    );
    expect([...new Set(aspects)]).toEqual(LOST[story] ?? []);
    expect(after.losses > 0).toBe(story in LOST);
  });

  it('is told for most stories', () => expect(pairs.length).toBeGreaterThan(10));
});
