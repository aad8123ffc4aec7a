import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubeObject } from '../../../lib/manifest/document';
import type { SchemaOptions } from '../../../lib/check/schema/check';
import { said } from './objects';

interface Case {
  readonly gatewayChannel: NonNullable<SchemaOptions['gatewayChannel']>;
  readonly object: KubeObject;
  /** On what both agreed when `npm run truth -- check --record` asked the API server. */
  readonly said: readonly string[];
}

const cases = readFileSync(join(__dirname, '../../truth/check/cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const kinds = [...new Set(cases.map(({ object }) => object.kind))].sort();

describe('what the API server said', () => {
  it.each(kinds)('about %s is still said', (kind) => {
    const wrong = cases
      .filter(({ object }) => object.kind === kind)
      .map((one) => ({ ...one, now: said(one.object, one) }))
      .filter((one) => JSON.stringify(one.now) !== JSON.stringify([...one.said].sort()));
    expect(wrong).toEqual([]);
  });
});
