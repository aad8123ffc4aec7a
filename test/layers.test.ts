import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Who may import whom. Arrows point one way; there are no exceptions. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  values: ['model'],
  manifest: [],
  render: ['model', 'imports'],
  synthesis: ['model', 'render'],
  constructs: ['model', 'values', 'render', 'synthesis'],
  // Rules ask the simulator who sees what, and which DestinationRule holds: there is one answer to each.
  check: ['manifest', 'simulate', 'imports'],
  simulate: ['manifest'],
  // What a project thinks of findings, and how they are shown: all doors of the checker open onto these two.
  verdict: ['manifest', 'check'],
  report: ['check', 'verdict'],
  cli: ['manifest', 'simulate', 'review', 'check', 'verdict', 'report'],
  // Where the half that writes meets the half that judges; it loads the latter when there is something to judge.
  gate: ['manifest', 'check', 'verdict', 'report', 'values', 'synthesis'],
  index: ['constructs', 'values', 'gate'],
  review: ['manifest', 'simulate', 'check'],
  // Expectations of an app know what its constructs acknowledge.
  jest: ['manifest', 'simulate', 'review', 'values', 'check', 'verdict', 'report', 'gate'],
};

const lib = resolve(__dirname, '../lib');

const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** The folder of lib/ that a file lies in, or what it is if it lies beside them. */
function layerOf(path: string): string {
  const [first] = relative(lib, path).split('/');
  return first === '..'
    ? path.slice(resolve(lib, '..').length + 1).split('/')[0]!
    : first!.replace('.ts', '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(lib, file), 'utf8');
  const found = text.matchAll(/(?:from|import|(?:require|import)\()\s*'(\.[^']+)'/g);
  return [...found].map(([, path]) => resolve(lib, file, '..', path!));
}

describe('layers', () => {
  it.each(files)('%s imports what its layer may', (file) => {
    const own = layerOf(join(lib, file));
    const foreign = importsOf(file)
      .map(layerOf)
      .filter((layer) => layer !== own);
    expect(foreign.filter((layer) => !MAY_IMPORT[own]!.includes(layer))).toEqual([]);
  });

  it('have no cycles', () => {
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      expect(path).not.toContain(file);
      if (done.has(file)) return;
      const runtime = readFileSync(join(lib, file), 'utf8').replace(/import type [^;]+;/g, '');
      for (const [, target] of runtime.matchAll(/(?:from|require\()\s*'(\.[^']+)'/g)) {
        const next = relative(lib, resolve(lib, file, '..', `${target}.ts`));
        if (!next.startsWith('..')) visit(next, [...path, file]);
      }
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
});
