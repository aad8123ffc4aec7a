import { formatPath, type Finding } from '../check/finding';
import { failsAt, type FailLevel } from '../verdict/severity';
import { objectName } from '../verdict/object-name';
import type { Verdict } from '../verdict/verdict';
import { findingsByObject, objectsOf, type JudgedObject } from './objects';

/**
 * For the test pages of CI servers: a suite for each file, a test for each object, which fails when there are findings
 * at the level that fails. What is less serious is its output.
 * @see https://github.com/testmoapp/junitxml
 */
export function junitReport(verdict: Verdict, failOn: FailLevel): string {
  const found = findingsByObject(verdict);
  const suites = new Map<string, JudgedObject[]>();
  for (const one of objectsOf(verdict)) suites.set(one.suite, [...(suites.get(one.suite) ?? []), one]);
  const findings = [...found.values()].map((list) => list.filter((finding) => failsAt(failOn, finding)));
  const failures = findings.filter((list) => list.length > 0).length;
  const total = [...suites.values()].reduce((sum, list) => sum + list.length, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-mesh check" tests="${total}" failures="${failures}">`,
    ...[...suites].flatMap(([name, objects]) => suite(name, objects, found, failOn)),
    '</testsuites>',
    '',
  ].join('\n');
}

type Found = ReadonlyMap<string, readonly Finding[]>;

function suite(
  name: string,
  objects: readonly JudgedObject[],
  found: Found,
  failOn: FailLevel,
): readonly string[] {
  const cases = objects.map(({ key, object }) => ({ object, findings: found.get(key) ?? [] }));
  const failures = cases.filter(({ findings }) => findings.some((one) => failsAt(failOn, one))).length;
  return [
    `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}">`,
    ...cases.flatMap(({ object, findings }) => testCase(name, objectName(object), findings, failOn)),
    '  </testsuite>',
  ];
}

function testCase(
  suite: string,
  name: string,
  findings: readonly Finding[],
  failOn: FailLevel,
): readonly string[] {
  const open = `    <testcase classname="${escape(suite)}" name="${escape(name)}"`;
  if (findings.length === 0) return [`${open}/>`];
  const failing = findings.filter((finding) => failsAt(failOn, finding));
  const others = findings.filter((finding) => !failsAt(failOn, finding));
  const ids = [...new Set(failing.map(({ id }) => id))].join(', ');
  return [
    `${open}>`,
    // One element: several servers show the first only.
    ...(failing.length > 0
      ? [
          `      <failure message="${escape(failing[0]!.message)}" type="${escape(ids)}">${sayings(failing)}</failure>`,
        ]
      : []),
    ...(others.length > 0 ? [`      <system-out>${sayings(others)}</system-out>`] : []),
    '    </testcase>',
  ];
}

function sayings(findings: readonly Finding[]): string {
  return escape(findings.map(saying).join('\n\n'));
}

function saying({ id, severity, message, why, fix, path, source, construct }: Finding): string {
  const { file, line } = source ?? {};
  const place = [
    ...(file === undefined ? [] : [line === undefined ? file : `${file}:${line}`]),
    ...(path.length > 0 ? [formatPath(path)] : []),
    ...(construct === undefined ? [] : [`by ${construct}`]),
  ].join(', ');
  return `${severity} ${id}: ${message}\n${place === '' ? '' : `at ${place}\n`}why: ${why}\nfix: ${fix}`;
}

/** XML has no way at all to write most control characters. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
