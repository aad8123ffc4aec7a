import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('reads the rest of a folder beside what cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    writeFileSync(join(folder, 'a.yaml'), JSON.stringify(object));
    symlinkSync('nothing.yaml', join(folder, 'b.yaml'));
    symlinkSync('c.yaml', join(folder, 'c.yaml'));
    symlinkSync('.', join(folder, 'd.yaml'));
    execFileSync('mkfifo', [join(folder, 'e.yaml')]);
    const { documents, unreadable } = loadManifests(folder);
    expect(documents).toHaveLength(1);
    expect(unreadable.map(({ message }) => message)).toEqual([
      expect.stringMatching(/b\.yaml must be readable, got ENOENT/),
      expect.stringMatching(/c\.yaml must be readable, got ELOOP/),
    ]);
    rmSync(folder, { recursive: true });
  });

  it.each(['/dev/null', '/dev/zero'])('is not kept waiting by %s', (device) => {
    if (!existsSync(device)) return;
    if (device === '/dev/null') expect(loadManifests(device).documents).toEqual([]);
    else expect(() => loadManifests(device)).toThrow(/^at most \d+ bytes in one file, got more$/);
  });

  it('says so when a path is not there', () => {
    expect(() => loadManifests('no/such/folder')).toThrow('ENOENT');
  });
});
