import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as gatewayApi from '../../imports/gateway.networking.k8s.io';
import * as networking from '../../imports/networking.istio.io';
import * as security from '../../imports/security.istio.io';
import { Dialect } from '../../lib';
import { apiFields } from '../../lib/synthesis/api-names';
import { PlainObject } from '../../lib/synthesis/plain-object';
import { programs, run } from '../support/programs';

interface Generated {
  readonly GVK: { readonly apiVersion: string; readonly kind: string };
  manifest(props: object): { readonly spec: object };
}

const imports = join(__dirname, '../../imports');

/** All that the generated code calls otherwise than the API: `'consecutive5xxErrors': obj.consecutive5XxErrors`. */
function renamed(): Set<string> {
  const files = readdirSync(imports).filter((file) => file.endsWith('.ts'));
  const fields = files.flatMap((file) => [
    ...readFileSync(join(imports, file), 'utf8').matchAll(/^ +'(\w+)': .*?\bobj\.(\w+)/gm),
  ]);
  expect(fields.length).toBeGreaterThan(1000);
  return new Set(fields.filter(([, api, type]) => api !== type).map(([, api, type]) => `${type} ${api}`));
}

describe('the names of fields', () => {
  it('are those of the generated types but for what is known', () => {
    for (const pair of renamed()) {
      const [type, api] = pair.split(' ') as [string, string];
      expect(apiFields({ [type]: 1 })).toEqual({ [api]: 1 });
    }
  });

  it('are what the generated classes write', () => {
    const classes = Object.values({
      ...security,
      ...networking,
      ...gatewayApi,
      IstioGateway: networking.Gateway,
      Gateway: gatewayApi.Gateway,
    });
    const byKind = new Map(
      (classes as unknown as Generated[])
        .filter((one) => one.GVK !== undefined)
        .map((one) => [`${one.GVK.apiVersion} ${one.GVK.kind}`, one]),
    );
    fc.assert(
      fc.property(fc.oneof(...[Dialect.ISTIO, Dialect.GATEWAY_API].map(programs)), (program) => {
        const { app } = run(program);
        try {
          app.synthYaml();
        } catch {
          return;
        }
        for (const object of app.node.findAll()) {
          if (!(object instanceof PlainObject)) continue;
          const written = object.toJson() as { apiVersion: string; kind: string; spec?: object };
          const generated = byKind.get(`${written.apiVersion} ${written.kind}`);
          if (written.spec && generated) {
            const { spec } = (object as unknown as { manifest: { spec: object } }).manifest;
            expect(written.spec).toEqual(generated.manifest({ spec }).spec);
          } else {
            expect(written.kind).toBe('Namespace');
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a plain object', () => {
  it('is written in the short way as in the long one', () => {
    fc.assert(
      fc.property(fc.oneof(...[Dialect.ISTIO, Dialect.GATEWAY_API].map(programs)), (program) => {
        const { app } = run(program);
        try {
          app.synthYaml();
        } catch {
          return;
        }
        const objects = app.node
          .findAll()
          .filter((object): object is PlainObject => object instanceof PlainObject);
        const short = objects.map((object) => JSON.stringify(object.toJson()));
        for (const object of objects) Object.assign(object, { patched: true });
        expect(objects.map((object) => JSON.stringify(object.toJson()))).toEqual(short);
      }),
      { numRuns: 50 },
    );
  });
});
