import { show } from '../../finding';
import { proxyConfig, trafficExtension, wasmPlugin } from '../examples';
import { rule } from '../rule';
import { isPort } from '../text/protocols';
import { parseRequestUrl, parseUrl } from '../text/urls';

const MODULES = ['WasmPlugin', 'WasmConfig'] as const;
const SCHEMES = ['', 'file', 'http', 'https', 'oci'];
const URL = 'url: "oci://a.com/b:1"';
const GOOD = wasmPlugin(`{${URL}}`);
const env = (...entries: readonly string[]) =>
  wasmPlugin(`{${URL}, vmConfig: {env: [${entries.join(', ')}]}}`);
const MAX_LUA = 65536;

/** As Istio does: what is no URL may be one without its scheme. */
function schemeOf(url: string): string | undefined {
  const direct = parseRequestUrl(url);
  const text = direct ? url : `http://${url}`;
  return parseUrl(text) && (direct ?? parseRequestUrl(text))?.scheme;
}

export const EXTENSION_RULES = [
  rule(
    MODULES,
    {
      id: 'wasm-url-missing',
      title: 'A Wasm module has no URL',
      why: 'There would be nothing to run.',
      fix: 'Set url.',
      bad: wasmPlugin('{pluginName: a}'),
      good: GOOD,
    },
    ({ url }, at) => {
      if (url === '') at.say('url must be set, got nothing');
    },
  ),
  rule(
    MODULES,
    {
      id: 'wasm-url',
      title: 'A Wasm module has a URL that is none',
      why: 'The proxy could not fetch the module.',
      fix: 'Use an oci, http, https or file URL, or an image without scheme.',
      bad: wasmPlugin('{url: "ftp://a.com/b.wasm"}'),
      good: GOOD,
    },
    ({ url }, at) => {
      const scheme = url === '' ? '' : schemeOf(url);
      if (scheme === undefined || !SCHEMES.includes(scheme))
        at.say(`url must be an oci, http, https or file URL, got ${show(url)}`, 'url');
    },
  ),
  rule(
    MODULES,
    {
      id: 'wasm-sha256',
      title: 'A checksum is none',
      why: 'The module would never match it.',
      fix: 'Use 64 hexadecimal digits, in lower case, without sha256: before them.',
      bad: wasmPlugin(`{${URL}, sha256: ABC}`),
      good: wasmPlugin(`{${URL}, sha256: ${'a1'.repeat(32)}}`),
    },
    ({ sha256 }, at) => {
      if (sha256 !== '' && !/^[a-f0-9]{64}$/.test(sha256))
        at.say(`sha256 must be 64 hexadecimal digits, got ${show(sha256)}`, 'sha256');
    },
  ),
  rule(
    MODULES,
    {
      id: 'wasm-pull-secret',
      title: 'The name of a pull secret is too long',
      why: 'No Secret can have such a name.',
      fix: 'Use the name of a Secret, at most 253 bytes.',
      bad: wasmPlugin(`{${URL}, imagePullSecret: ${'a'.repeat(254)}}`),
      good: wasmPlugin(`{${URL}, imagePullSecret: a}`),
    },
    ({ imagePullSecret }, at) => {
      const length = Buffer.byteLength(imagePullSecret);
      if (length > 253)
        at.say(`imagePullSecret must have at most 253 bytes, got ${length}`, 'imagePullSecret');
    },
  ),
  rule(
    MODULES,
    {
      id: 'wasm-plugin-name',
      title: 'The name of a plugin is too long',
      why: 'Envoy keeps it for each proxy.',
      fix: 'Use at most 256 bytes.',
      bad: wasmPlugin(`{${URL}, pluginName: ${'a'.repeat(257)}}`),
      good: wasmPlugin(`{${URL}, pluginName: a}`),
    },
    ({ pluginName }, at) => {
      const length = Buffer.byteLength(pluginName);
      if (length > 256) at.say(`pluginName must have at most 256 bytes, got ${length}`, 'pluginName');
    },
  ),
  rule(
    'VmConfig',
    {
      id: 'wasm-environment',
      title: 'The environment of a Wasm module is wrong',
      why: 'The module could not read it.',
      fix: 'Name each variable once, with at most 256 bytes, and give a value only if it is not taken from the host.',
      bad: env('{name: A, value: b}', '{name: A, value: c}'),
      good: env('{name: A, value: b}', '{name: B, valueFrom: HOST}'),
    },
    ({ env: variables }, at) => {
      const names = new Set<string>();
      for (const [i, { name, value, valueFrom }] of variables.entries()) {
        const problem =
          name === ''
            ? 'must have a name'
            : Buffer.byteLength(name) > 256
              ? 'must have a name of at most 256 bytes'
              : names.has(name)
                ? 'must be there once'
                : valueFrom !== 'INLINE' && value !== ''
                  ? 'must have no value of its own if it is taken from the host'
                  : undefined;
        if (problem) return at.say(`a variable ${problem}, got ${show(name)}`, 'env', i); // Istio, too, stops here
        names.add(name);
      }
    },
  ),
  rule(
    ['WasmPlugin', 'TrafficExtension'],
    {
      id: 'extension-match-port',
      title: 'An extension is for a port that is none',
      why: 'Ports go from 1 to 65535.',
      fix: 'Use a port from 1 to 65535.',
      bad: wasmPlugin(`{${URL}, match: [{ports: [{number: 0}]}]}`),
      good: wasmPlugin(`{${URL}, match: [{ports: [{number: 80}]}]}`),
    },
    ({ match }, at) => {
      for (const [i, { ports }] of match.entries())
        for (const [j, { number }] of ports.entries())
          if (!isPort(number))
            return at.say(`number must be from 1 to 65535, got ${number}`, 'match', i, 'ports', j);
    },
  ),
  rule(
    'TrafficExtension',
    {
      id: 'extension-of-one-kind',
      title: 'An extension is neither Wasm nor Lua, or both',
      why: 'It is one filter of the proxy.',
      fix: 'Set wasm or lua.',
      bad: trafficExtension('{selector: {matchLabels: {app: a}}}'),
      good: trafficExtension('{lua: {inlineCode: "--"}}'),
    },
    ({ wasm, lua }, at) => {
      if ((wasm === undefined) === (lua === undefined))
        at.say(`one of wasm and lua must be set, got ${wasm ? 'both' : 'none'}`);
    },
  ),
  rule(
    'LuaConfig',
    {
      id: 'lua-code',
      title: 'Lua code is missing, or too long',
      why: 'Every proxy gets it with its configuration.',
      fix: `Set inlineCode, with at most ${MAX_LUA} bytes.`,
      bad: trafficExtension('{lua: {inlineCode: ""}}'),
      good: trafficExtension('{lua: {inlineCode: "--"}}'),
    },
    ({ inlineCode }, at) => {
      const length = Buffer.byteLength(inlineCode);
      if (length === 0 || length > MAX_LUA)
        at.say(`inlineCode must have from 1 to ${MAX_LUA} bytes, got ${length}`, 'inlineCode');
    },
  ),
  rule(
    'ProxyConfig',
    {
      id: 'concurrency-negative',
      title: 'A proxy is to run a negative number of threads',
      why: 'It means nothing.',
      fix: 'Use 0 for as many as there are cores, or a positive number.',
      bad: proxyConfig('{concurrency: -1}'),
      good: proxyConfig('{concurrency: 2}'),
    },
    ({ concurrency = 0 }, at) => {
      if (concurrency < 0) at.say(`concurrency must be at least 0, got ${concurrency}`, 'concurrency');
    },
  ),
];
