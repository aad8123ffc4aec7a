import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { loadManifests } from '../../lib/manifest/load';

const object = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x', namespace: 'shop' } };

describe('loading manifests', () => {
  it('takes an app, and knows the construct of each object', () => {
    const app = new App();
    new ApiObject(new Chart(app, 'web'), 'service', object);
    const [document] = loadManifests(app).documents;
    expect(document!.object).toMatchObject(object);
    expect(document!.origin.construct).toBe('web/service');
  });

  it('takes a chart, objects, text, and lists of these', () => {
    const chart = new Chart(new App(), 'web');
    new ApiObject(chart, 'service', object);
    const { documents, unreadable } = loadManifests([
      chart,
      object,
      JSON.stringify(object),
      'a: ]',
      [object],
    ]);
    expect(documents).toHaveLength(4);
    expect(unreadable).toHaveLength(1);
  });

  it('takes folders, file by file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'b.yaml'), JSON.stringify(object));
    writeFileSync(join(folder, 'inner/a.yml'), `${JSON.stringify(object)}\n---\nkind: [`);
    writeFileSync(join(folder, 'readme.md'), 'a: b');
    const { documents, unreadable } = loadManifests(folder);
    expect(documents.map(({ origin }) => origin.file)).toEqual([
      join(folder, 'b.yaml'),
      join(folder, 'inner/a.yml'),
    ]);
    expect(unreadable.map(({ origin }) => [origin.file, origin.index])).toEqual([
      [join(folder, 'inner/a.yml'), 1],
    ]);
    rmSync(folder, { recursive: true });
  });

  it('says so when a path is not there', () => {
    expect(() => loadManifests('no/such/folder')).toThrow('ENOENT');
  });
});
