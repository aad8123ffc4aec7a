// npm run pack-and-use: packs the library and uses the tarball in empty projects, as someone who installs it would:
// TypeScript and JavaScript, CommonJS and ES modules, with the lowest peers that we promise and with the newest.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const MOST_BYTES = 1 << 26;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { peerDependencies, devDependencies, overrides } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [, program] = /```ts\n([^]*?)```/.exec(readme);
const [, yaml] = /```yaml\n([^]*?)```/.exec(readme);

/** What a test of policy is about. */
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
`;

const PEERS = {
  lowest: Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace('^', '')}`),
  newest: Object.keys(peerDependencies).map((name) => `${name}@latest`),
};

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-pack-'));
try {
  const [{ filename }] = JSON.parse(
    await run(root, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  );
  const tarball = join(folder, filename);
  await step('publint', () => node(root, 'publint/src/cli.js', tarball, '--strict'));
  await step('are the types wrong?', () =>
    node(
      root,
      '@arethetypeswrong/cli/dist/index.js',
      tarball,
      '--no-emoji',
      '--no-color',
      '--exclude-entrypoints',
      '.jsii',
    ),
  );
  // At the same time: each waits for npm much of it.
  const uses = Object.entries(PEERS).map(([which, peers]) =>
    step(`use with the ${which} peers (${peers.join(', ')})`, () => use(tarball, which, peers)),
  );
  await Promise.all(uses);
} finally {
  rmSync(folder, { recursive: true });
}

/** Follows the README in an empty folder. */
async function use(tarball, which, peers) {
  const project = join(folder, which);
  mkdirSync(project);
  write(project, 'package.json', JSON.stringify({ private: true, overrides }));
  const tools = ['typescript', '@types/node', 'jest', '@types/jest'].map(
    (name) => `${name}@${devDependencies[name]}`,
  );
  await run(project, 'npm', 'install', '--no-audit', '--no-fund', tarball, ...peers, ...tools);

  const commonJs = program
    .replace(/import \{ (.*) \} from '(.*)';/, "const { $1 } = require('$2');")
    .replace(/import \* as (\w+) from '(.*)';/, "const $1 = require('$2');");
  write(project, 'program.cjs', commonJs);
  write(project, 'program.mjs', program);
  write(
    project,
    'named.mjs',
    "import { CanaryRoute, Percent } from 'cdk8s-mesh';\nif (typeof CanaryRoute !== 'function' || Percent.of(0).toNumber() !== 0) process.exit(1);\n",
  );
  for (const file of ['program.cjs', 'program.mjs']) await expectYaml(project, file, file);
  await run(project, 'node', 'named.mjs');
  await testPolicy(project);
  await useCommand(project);
  await useValidation(project);

  for (const [name, type, options] of [
    ['ts-commonjs', 'commonjs', { module: 'node16', moduleResolution: 'node16' }],
    ['ts-esm', 'module', { module: 'node16', moduleResolution: 'node16' }],
    ['ts-bundler', 'module', { module: 'esnext', moduleResolution: 'bundler' }],
  ]) {
    mkdirSync(join(project, name));
    write(project, join(name, 'package.json'), JSON.stringify({ type, private: true }));
    write(project, join(name, 'program.ts'), program);
    for (const [file, code] of Object.entries(typedTests())) write(project, join(name, file), code);
    const compilerOptions = {
      ...options,
      target: 'es2022',
      strict: true,
      skipLibCheck: false,
      types: ['node', 'jest'],
      outDir: 'out',
    };
    write(
      project,
      join(name, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['program.ts', ...Object.keys(typedTests())] }),
    );
    await run(join(project, name), 'node', join(project, 'node_modules/typescript/bin/tsc'), '-p', '.');
    await expectYaml(project, name, join(name, 'out/program.js'));
  }
}

/** Asks the installed program about the YAML of the README. */
async function useCommand(project) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const told = (await ours(project, '--version')).trim();
  if (told !== version) throw new Error(`cdk8s-mesh --version must be ${version}, got ${told}`);
  const service = `---
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { ports: [{ name: http, port: 9080 }], selector: { app: reviews } }
`;
  mkdirSync(join(project, 'dist'), { recursive: true });
  write(project, 'dist/shop.k8s.yaml', yaml + service);
  const question = ['route', '--json', '--from', 'namespace:shop', 'http://reviews:9080/'];
  const { outcomes } = JSON.parse(await ours(project, ...question));
  const shares = outcomes.map(({ probability, subset }) => `${probability} ${subset}`).join(', ');
  if (shares !== '0.9 v1, 0.1 v2') throw new Error(`route must give 0.9 v1, 0.1 v2, got ${shares}`);
  const { summary } = JSON.parse(await ours(project, 'check', '--format', 'json'));
  if (summary.objects !== 4 || summary.errors !== 0)
    throw new Error(`check must find no errors in 4 objects, got ${JSON.stringify(summary)}`);
  await reviewAsPage(project);
}

/** The page has the simulator in it, which is made when the library is. */
async function reviewAsPage(project) {
  await ours(project, 'review', '--format', 'html', '--out', 'review.html');
  write(
    project,
    'page.mjs',
    "import { render, review } from 'cdk8s-mesh/review';\nprocess.stdout.write(render(review('dist'), 'html', { manifests: 'dist' }));\n",
  );
  const pages = [readFileSync(join(project, 'review.html'), 'utf8'), await run(project, 'node', 'page.mjs')];
  for (const page of pages) {
    const has = [/<form id="ask-form"/, /90 %<\/b> go to reviews v1/, /re2js/].every((part) =>
      part.test(page),
    );
    if (!has || page.length < 250_000)
      throw new Error(`the page must have its simulator, got ${page.length} characters`);
  }
}

/** cdk8s-cli with the installed library as a plugin for validations: one app that passes, and one that does not. */
async function useValidation(project) {
  const properties = 'properties: { only: [schema-*] }';
  const plugin = `{ package: ./node_modules/cdk8s-mesh, version: 0.1.0, class: MeshValidation, ${properties} }`;
  write(
    project,
    'cdk8s.yaml',
    `language: typescript\napp: node program.cjs\noutput: out\nvalidations: [${plugin}]\n`,
  );
  const synth = (app) => [
    join(root, 'node_modules/cdk8s-cli/bin/cdk8s'),
    'synth',
    '--no-check-upgrade',
    '--app',
    app,
  ];
  const passed = await run(project, 'node', ...synth('node program.cjs'));
  if (!/Status\s+│ success/.test(passed)) throw new Error(`the validation must pass, got:\n${passed}`);
  const spec =
    "apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'a' }, spec: { hots: 'a' }";
  write(
    project,
    'wrong.cjs',
    `const { ApiObject, App, Chart } = require('cdk8s');\nconst app = new App();\nnew ApiObject(new Chart(app, 'shop'), 'rule', { ${spec} });\napp.synth();\n`,
  );
  const { code, stdout } = await run(project, 'node', ...synth('node wrong.cjs')).then(
    (text) => ({ code: 0, stdout: text }),
    (error) => error,
  );
  if (code !== 2 || !/schema-unknown-field \(error\)[^]*Construct Path: shop\/rule/.test(stdout))
    throw new Error(`the validation must fail, got status ${code}:\n${stdout}`);
}

/** The matchers in tests of jest: CommonJS and ES modules, `expect` as a global and as an import. */
async function testPolicy(project) {
  const call = "from({ namespace: 'shop' }).get('http://reviews.shop:9080/')";
  const body = `test('gets there', () => expect(${JSON.stringify(SERVICE)}).toRoute(${call}, { reviews: 100 }));\n`;
  const globals = "import { expect, test } from '@jest/globals';\n";
  write(project, 'commonjs.test.cjs', `const { from } = require('cdk8s-mesh/jest');\n${body}`);
  write(project, 'esm.test.mjs', `import { from } from 'cdk8s-mesh/jest';\n${body}`);
  write(project, 'globals.test.mjs', `${globals}import { from } from 'cdk8s-mesh/jest';\n${body}`);
  write(
    project,
    'plain.mjs',
    "import { matchers } from 'cdk8s-mesh/jest';\nif (!matchers.toRoute) process.exit(1);\n",
  );
  await run(project, 'node', 'plain.mjs');
  const config = { transform: {}, testMatch: ['<rootDir>/*.test.*'] };
  for (const injectGlobals of [true, false]) {
    write(project, 'jest.config.json', JSON.stringify({ ...config, injectGlobals }));
    const tests = injectGlobals ? [] : ['globals'];
    await run(project, 'node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...tests);
  }
}

/** Tests that only have to compile. */
function typedTests() {
  const code = "expect('dist').not.toRoute(request('GET', 'http://reviews.shop/'), { 'reviews v2': 100 });\n";
  const use = `import { request } from 'cdk8s-mesh/jest';\n${code}`;
  const wrong = "// @ts-expect-error\nexpect('dist').toClose('http://reviews.shop/');\n";
  return {
    'global.test.ts': use + wrong,
    'imported.test.ts': `import { expect } from '@jest/globals';\n${use}${wrong}`,
  };
}

async function expectYaml(project, name, file) {
  const out = join(project, `${name}.out`);
  await execute(process.execPath, [file], { cwd: project, env: { ...process.env, CDK8S_OUTDIR: out } });
  const written = readFileSync(join(out, 'shop.k8s.yaml'), 'utf8');
  if (written !== yaml) throw new Error(`${name} must write the YAML of the README, got:\n${written}`);
}

async function step(name, action) {
  const start = Date.now();
  try {
    await action();
  } catch (error) {
    console.error(`not ok: ${name}\n${error.stdout ?? ''}${error.stderr ?? error.stack}`);
    process.exitCode = 1;
    return;
  }
  console.log(`ok: ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
}

function write(project, file, text) {
  writeFileSync(join(project, file), text);
}

function node(cwd, bin, ...args) {
  const [, name, path] = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(bin);
  return run(cwd, 'node', join(root, 'node_modules', name, path), ...args);
}

/** The program of the installed library. */
function ours(project, ...words) {
  return run(project, 'npx', '--no-install', 'cdk8s-mesh', ...words);
}

async function run(cwd, command, ...args) {
  const { stdout } = await execute(command, args, { cwd, maxBuffer: MOST_BYTES });
  return stdout;
}
