import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import ts from 'typescript';
import { BookinfoCanary } from '../examples/stories/bookinfo-canary';
import * as mesh from '../lib';
import * as matchers from '../lib/jest';
import { failureOf } from './jest/support/failure';
import { cli } from './cli/support/io';

/** The programs of the README run, and give what it says. */

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code!);
}

/** Runs TypeScript with everything from the libraries in scope, and what else is given. */
function run(code: string, given: Record<string, unknown>): void {
  const scope: Record<string, unknown> = { ...kplus, ...cdk8s, ...mesh, ...given };
  const { outputText } = ts.transpileModule(code.replace(/^import [^;]+;$/gm, ''), {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that is the point
  new Function(...Object.keys(scope), outputText)(...Object.values(scope));
}

function deployment(chart: cdk8s.Chart, id: string): kplus.Deployment {
  return new kplus.Deployment(chart, id, {
    metadata: { namespace: 'shop' },
    containers: [{ image: 'image' }],
  });
}

describe('README', () => {
  it('has a first program that gives its YAML', () => {
    const [program] = blocks('ts');
    const app = new cdk8s.App({ outdir: '/nowhere' });
    let yaml = '';
    app.synth = () => (yaml = app.synthYaml());
    class GivenApp {
      constructor() {
        return app;
      }
    }
    run(program!, { App: GivenApp, mesh });
    expect(yaml).toBe(blocks('yaml')[0]);
  });

  it.each(blocks('ts recipe').map((code) => [code.split('\n')[0], code]))(
    'has a recipe that works: %s',
    (_, code) => {
      const app = new cdk8s.App();
      const chart = new cdk8s.Chart(app, 'chart');
      const versions = { v1: {}, v2: {}, v3: {} };
      const reviews = mesh.MeshService.fromName(chart, 'reviews', {
        name: 'reviews',
        namespace: 'shop',
        ports: [mesh.MeshPort.http(9080)],
        versions,
      });
      run(code, {
        chart,
        reviews,
        namespace: new kplus.Namespace(chart, 'namespace', { metadata: { name: 'old' } }),
        detailsV1: deployment(chart, 'details-v1'),
        detailsV2: deployment(chart, 'details-v2'),
      });
      expect(app.synthYaml()).toContain('kind:');
    },
  );

  it.each(blocks('console').map((block) => [block.split('\n')[0], block]))(
    'has a command that answers so: %s',
    async (_, block) => {
      const [, command, answer] = /^\$ npx cdk8s-mesh ((?:.*\\\n)*.*)\n([^]*)$/.exec(block)!;
      const words = command!.replaceAll('\\\n', '').matchAll(/'([^']*)'|(\S+)/g);
      const { out } = await cli([...words].map(([, quoted, plain]) => quoted ?? plain!));
      expect(out).toBe(answer);
    },
  );

  it('has tests of policy that pass, and one that fails as it says', () => {
    const test = (_: string, body: () => void): void => body();
    const given = { ...matchers, BookinfoCanary, test };
    const [passing, failing] = [blocks('ts test')[0]!, blocks('ts failing-test')[0]!];
    run(passing, given);
    expect(`${failureOf(() => run(passing + failing, given))}\n`).toBe(blocks('text failure')[0]);
  });
});
