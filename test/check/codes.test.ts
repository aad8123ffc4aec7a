import { readFileSync } from 'node:fs';
import { CATALOGUE } from '../../lib/check/catalogue';
import { codesIn, findingsIn, wrongManifests } from './manifests';

const codes = (tool: string, numbers: string): readonly string[] =>
  numbers
    .trim()
    .split(/\s+/)
    .map((number) => `${tool}${number}`);

/** All codes of Istio 1.30's analyzers, and of Kiali 2.30. */
const CODES = [
  ...codes(
    'IST',
    `0001 0002 0101 0102 0103 0106 0107 0108 0109 0110 0111 0112 0116 0118 0123 0125 0126 0127 0128 0129 0130 0131 0132
     0133 0134 0135 0136 0137 0138 0139 0140 0141 0142 0143 0144 0145 0146 0147 0148 0149 0150 0151 0152 0153 0154 0155
     0156 0157 0158 0159 0160 0161 0162 0163 0164 0165 0166 0167 0168 0169 0170 0171 0172 0173 0174 0175 0176`,
  ),
  ...codes(
    'KIA',
    `0002 0003 0004 0005 0101 0102 0104 0105 0106 0107 0108 0109 0110 0201 0202 0203 0204 0205 0206 0207 0208 0209 0210
     0211 0212 0301 0302 0401 0501 0505 0506 0601 0602 0701 1004 1006 1007 1101 1102 1104 1105 1106 1107 1108 1109 1110
     1111 1112 1113 1114 1115 1116 1117 1201 1211 1212 1301 1311 1312 1313 1314 1315 1316 1317 1401 1402 1501 1502 1503
     1504 1601 1701 1702`,
  ),
];

const page = readFileSync('docs/analyzers.md', 'utf8');
const notTold = new Set(page.slice(page.indexOf('## Not told')).match(/(IST|KIA)\d{4}/g));
const all = [...wrongManifests('codes'), ...wrongManifests('top40')];
const found = new Set(all.flatMap((one) => codesIn(one)));

describe('what other tools say', () => {
  it.each(wrongManifests('codes'))('$file is found, and nothing else', (one) => {
    expect(findingsIn(one)).toEqual(one.finds);
    expect(codesIn(one)).toContain(one.file.slice(0, 7).toUpperCase());
  });

  it.each(CODES)('%s is found in some manifest, or cannot be told', (code) => {
    expect(found.has(code)).toBe(!notTold.has(code));
  });

  it('has no other codes', () => {
    const ours = new Set(CATALOGUE.flatMap(({ upstream = [] }) => upstream));
    expect([...ours].filter((code) => !CODES.includes(code))).toEqual([]);
    expect(CODES.filter((code) => !ours.has(code) && !notTold.has(code))).toEqual([]);
  });
});
