// Texts made of the pieces of their grammar, in a place where it counts.
import { randomFrom } from '../laws/requests.mjs';

const object = (kind, apiVersion, spec) => ({ kind, apiVersion, metadata: { name: 'a' }, spec });
const TO = { route: [{ destination: { host: 'a' } }] };
const virtualService = (spec) => object('VirtualService', 'networking.istio.io/v1', spec);
const route = (fields) => virtualService({ hosts: ['a.com'], http: [{ ...TO, ...fields }] });
const policy = (rule) => object('AuthorizationPolicy', 'security.istio.io/v1', { rules: [rule] });
const jwt = (rule) =>
  object('RequestAuthentication', 'security.istio.io/v1', { jwtRules: [{ issuer: 'a', ...rule }] });
const pieces = (text) => text.split(' ');

const REGEX = [
  ...pieces(
    'a b . * + ? | ( ) [ ] { } ^ $ \\ - , 0 1 2 1000 1001 (? (?: (?i) (?i: (?P<a> (?<b> (?= (?! (?s-m) (?z) (?i-) (?P<a (?<>',
  ),
  ...pieces(
    '\\d \\D \\w \\s \\b \\B \\A \\z \\Z \\C \\Q \\E \\pL \\PN \\p{Greek} \\p{^Lu} \\p{Foo} \\pX \\1 \\8 \\x41 \\x{41} \\x{110000} \\x4 \\012 \\n \\v \\a \\e \\_ \\/ \\é \\k<a>',
  ),
  ...pieces(
    '[^a] [a-z] [z-a] [\\d-z] [a-\\w] [[:alpha:]] [[:^digit:]] [[:foo:]] []a] [^]a] [a&&b] {2} {2,} {2,3} {3,2} {,2} {a} {1001} ** ++ ?? *? +? {2}? {2}{3} é',
  ),
];
const CEL = [
  ...pieces(
    'a b.c 1 1u 2.5 .5 1. 0x1F 0xG "s" \'t\' r"\\" b\'x\' """q""" true false null in as for ( ) [ ] { } , . : ? ! - + * / % < <= == != >= > && || = & | @ # $ ; a() a.b() has(a.b) has(a) a.all(x,y) a.map(x,y,z) a.exists(1,y) [1,2] {1:2} a{b:1} a.b{} "\\n" "\\q" "\\u00e9" \'\\x4g\' // \\ ~ ` é 9223372036854775807 9223372036854775808 18446744073709551616u 1e5 1e 1e+5',
  ),
  ' ',
  '\n',
];
const URL = pieces(
  'http https ftp oci file : // / ? # @ [ ] ::1 fe80::1%25a a b.com :80 :x :99999999999999999999 % %20 %zz %41 %e9 user:pw@ \\ ^ | { } < > " \' ~ ! $ & ( ) * + , ; = é .. * HTTP 1.2.3.4 [1.2.3.4] [::ffff:1.2.3.4]',
);
const HEADER = pieces('a % %% %A% %REQ(x)% ( ) [ ] " \\ , {} [" "] (["a"]) \t \n \x00 \x7f é %A( )% \\" ] )');
HEADER.push(' ');
const HOST = pieces(
  'a b A 0 1 - _ . * *. *- / : com outbound_ 80 _._ ~ @ é 0 11 a'.concat(' ', 'a'.repeat(62)),
);
const IP = pieces(
  '1 0 255 256 01 . : :: f 10 /8 /0 /33 /128 /129 /08 % eth0 ffff 12345 1.2.3.4 fe80 [ ] a g -1 +1'.concat(
    ' ',
    ' ',
  ),
);
const DURATION = pieces('1 0 10 . 5 - + h m s ms us µs μs ns d 0.1 1e3 9999999999 _ 00 1h 1.5s 999999h');
DURATION.push(' ');
const PATH = pieces('/ a {*} {**} { } * ** é %20 ? # . .. ~ // a* :');
const LABEL = pieces('a A 0 - _ . / com a.com é * ='.concat(' ', 'a'.repeat(62), ' ', 'b'.repeat(250)));
const KEY = pieces(
  'request.headers request.auth.claims experimental.envoy.filters. source.ip source. destination.port destination.labels [ ] a [a] . ip namespace remote.ip [] [[ ]]',
);
const VALUE = pieces('a * / 10.0.0.1 /8 80 65536 -1 +1 ns sa . 080');
const JSON_PIECES = pieces(
  '{ } [ ] , : "keys" "kty" "RSA" "EC" "OKP" "oct" "n" "e" "k" "d" "crv" "P-256" "x" "y" "AQAB" "A" "AA==" "+/" "alg" "kid" 1 null true "x5c" "key_ops"',
);
const KEYS = [
  '{"kty":"RSA","n":"AQAB","e":"AQAB"',
  '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"',
  '{"kty":"oct","k":"AA"',
  '{"kty":"OKP","crv":"Ed25519","x":"AA"',
  '{"kty":"oct"',
];

const PLACES = [
  [REGEX, (text) => route({ match: [{ uri: { regex: text } }] })],
  [REGEX, (text) => route({ match: [{ headers: { a: { regex: text } } }] })],
  [
    CEL,
    (text) =>
      object('Telemetry', 'telemetry.istio.io/v1', { accessLogging: [{ filter: { expression: text } }] }),
  ],
  [
    CEL,
    (text) =>
      object('Telemetry', 'telemetry.istio.io/v1', { accessLogging: [{ filter: { expression: text } }] }),
  ],
  [URL, (text) => jwt({ jwksUri: text })],
  [URL, (text) => jwt({ jwksUri: `https://${text}` })],
  [URL, (text) => object('WasmPlugin', 'extensions.istio.io/v1alpha1', { url: text })],
  [HEADER, (text) => route({ headers: { request: { set: { a: text } } } })],
  [HOST, (text) => virtualService({ hosts: [text], http: [TO] })],
  [
    HOST,
    (text) =>
      virtualService({
        hosts: ['a.com', text],
        gateways: ['a'],
        http: [TO],
        tls: [{ match: [{ sniHosts: [text] }], ...TO }],
      }),
  ],
  [
    HOST,
    (text) =>
      object('Gateway', 'networking.istio.io/v1', {
        servers: [{ port: { number: 80, name: 'a', protocol: 'HTTP' }, hosts: [text] }],
      }),
  ],
  [HOST, (text) => object('Sidecar', 'networking.istio.io/v1', { egress: [{ hosts: [text, `./${text}`] }] })],
  [
    IP,
    (text) =>
      object('ServiceEntry', 'networking.istio.io/v1', {
        hosts: ['a.com'],
        resolution: 'STATIC',
        addresses: [text],
        endpoints: [{ address: text }],
      }),
  ],
  [IP, (text) => policy({ from: [{ source: { ipBlocks: [text] } }] })],
  [
    IP,
    (text) =>
      object('Sidecar', 'networking.istio.io/v1', {
        ingress: [{ port: { number: 80 }, defaultEndpoint: text, bind: text }],
      }),
  ],
  [DURATION, (text) => route({ timeout: text })],
  [PATH, (text) => policy({ to: [{ operation: { paths: [text] } }] })],
  [
    LABEL,
    (text) =>
      object('DestinationRule', 'networking.istio.io/v1', {
        host: 'a',
        subsets: [{ name: 'a', labels: { [text]: text } }],
      }),
  ],
  [KEY, (text, value) => policy({ when: [{ key: text, values: [value] }] })],
  [JSON_PIECES, (text) => jwt({ jwks: text })],
];

/** An object with such a text, the same for the same seed. */
export function worded(seed) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const text = (list) =>
    Array.from({ length: 1 + Math.floor(random() * random() * 8) }, () => pick(list)).join('');
  if (random() < 0.04) {
    const key = `${pick(KEYS)}${random() < 0.6 ? `,${pick(JSON_PIECES)}:${pick(JSON_PIECES)}` : ''}}`;
    return jwt({ jwks: pick([key, `{"keys":[${key}]}`, `{"keys":[${key},${pick(KEYS)}}]}`]) });
  }
  const [list, place] = pick(PLACES);
  return place(text(list), text(VALUE));
}
