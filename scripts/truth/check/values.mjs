// Values that are on the edge of what is allowed somewhere.

/** What stands between blanks. */
function words(text) {
  return text.trim().split(/\s+/);
}

// prettier-ignore
export const NUMBERS = [
  0, 1, -1, 2, 3, 15, 80, 100, 101, 301, 400,
  443, 599, 600, 1000001, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32,
  2 ** 53, 1e19, -(2 ** 31) - 1, 0.5, 99.9, 100.5, 1.5e300,
];

export const TEXTS = [
  ...words(`
  a A a-b a_b -a a- a.b a..b * *.a *.a.com a.* A.com a.com. . ~ a/b /a / // a/ a.com/b a.com/b/c /b http HTTP ünïcödé hasOwnProperty __proto__ constructor true null 0 1 80 -1 +80 080 65535 65536
  1e3 8o 9223372036854775807 9223372036854775808`),
  '',
  ' ',
  'x'.repeat(63),
  'x'.repeat(64),
  'x'.repeat(253),
  'x'.repeat(254),
  'x'.repeat(4097),
  '\u{1F600}',
  '\u{1F600}'.repeat(40),
  'a\nb',
  'a\tb',
  '\0',
  '\ud800',
];

export const DURATIONS = [
  ...words(`
  1s 0s 1ms 0.9ms 1.5s .5s 1. 1h30m 1d -1s +1s 1us 1000us 999µs 1ns 5 0 1s1 1H 9999999h
  2562047h47m16.854775807s 2562047h47m16.854775808s -2562047h47m16.854775808s 1h1h 100000s 99999s 1m 1h
  3600s 3601s 1s500ms 0h 0ms 1000ms 60m 61m 0.000000001s`),
  '1 s',
];

export const ADDRESSES = words(`
  1.2.3.4 01.2.3.4 1.2.3 256.1.1.1 ::1 :: 1::2 ::ffff:1.2.3.4 fe80::1%eth0 1:2:3:4:5:6:7:8 1:2 12345::
  1.2.3.4/24 ::1/64 10.0.0.0/33 unix:///a unix://@a unix://a unix:///a/ unix:// 1:2:3:4:5:6:7:: 1::2::3
  :1:2:3:4:5:6:7 ::1.2.3.4 1:2:3:4:5:6:1.2.3.4 ::1.2.3.4:5 00001:: 1.2.3.4.5`);

export const URLS = [
  ...words(`
  http://a https://a.com/b?c=d#e HTTP://a ftp://a oci://a.com/b:c file:///a a.com/b /a //a http: http:a
  http:/a http:///a http://a:80 http://a:b http://a:1:2 oci://a:1:2 http://[::1]:80/ http://[::1
  http://[1.2.3.4]/ http://[::1%25a]/ http://[::1%a]/ http://a%41/ http://%c3%a9/ http://a/%zz
  http://a/% http://u:p@a/ http://u%zz@a http://a@b@c/ :a 1http://a h-t+t.p://a * http://ü/
  http://a?%zz http://a"b/ http://a|b/ http://*/ https://*.a.com https://*.a.com:8080 ? a?b
  http://a#%zz http://{a} http://a/{b}`),
  'http://a b/',
  'http://a/b c',
  'http://u ser@a/',
  'http://a\u007f',
];

export const PATHS = [
  ...words(`
  /a /a/../b /a/./b /a//b /a%2fb /a%2Fb /a#b /a/.. /a/. /a%41 /a%4 a /é /a|b /a?b`),
  '/a b',
];

export const KEYWORDS = words(`
  Exact PathPrefix RegularExpression Prefix Service Gateway RequestRedirect URLRewrite CORS
  RequestMirror RequestHeaderModifier ResponseHeaderModifier ExtensionRef ExternalAuth ReplaceFullPath
  ReplacePrefixMatch HTTPS TLS TCP UDP Terminate Passthrough Hostname IPAddress URI STATIC DNS NONE
  DNS_ROUND_ROBIN UPSERT REMOVE HOST INLINE WAYPOINT SIDECAR_INBOUND Same All Selector System GET
  Cookie Header Permanent Session GRPC ClientAndServer ExternalHostname a.cluster.local YWJj YWI= YWJ
  gateway.networking.k8s.io a.b.C .a.b a1.b_2`);

export const EDGES = [TEXTS, DURATIONS, ADDRESSES, URLS, PATHS, KEYWORDS];

export function anyText({ pick }) {
  return pick(pick(EDGES));
}

/** A value of any type. */
export function anyValue(choose) {
  const { pick } = choose;
  return pick([
    () => anyText(choose),
    () => anyText(choose),
    () => pick(NUMBERS),
    () => pick([true, false]),
    () => null,
    () => [],
    () => [anyText(choose)],
    () => [pick([null, 1, {}, []])],
    () => ({}),
    () => ({ [anyText(choose)]: anyText(choose) }),
  ])();
}
