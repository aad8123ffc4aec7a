import { check } from '../../lib/check/check';
import * as gatewayApi from './apps/gateway-api';
import * as sidecars from './apps/sidecars';

function found(text: string): readonly string[] {
  const { findings } = check(text);
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ id, object }) => `${id} ${object.kind}/${object.name}`);
}

describe.each([
  { name: 'sidecars', ...sidecars },
  { name: 'the Gateway API', ...gatewayApi },
])('an app with $name', ({ APP, CHANGES }) => {
  it('is right', () => {
    expect(found(APP)).toEqual([]);
  });

  it.each(CHANGES)('with another thing for %s', (_, from, to, ...finds) => {
    expect(APP).toContain(from);
    expect(found(APP.replace(from, to))).toEqual(finds);
  });
});
