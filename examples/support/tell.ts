import { App, Yaml } from 'cdk8s';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests read of an object. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: { readonly [key: string]: string };
  };
  readonly spec: { readonly [field: string]: unknown };
}

const DIST = join(__dirname, '../../dist');

/** A story as it is written now, beside what dist/ holds of it. */
export class Told {
  constructor(
    /** The app, to expect of it what a request is promised. */
    public readonly app: App,
    /** The text of each file. */
    public readonly files: { readonly [file: string]: string },
    private readonly objects: readonly Manifest[],
  ) {}

  /** What is committed under the names of the files. */
  public get committed(): { readonly [file: string]: string } {
    return Object.fromEntries(
      Object.keys(this.files).map((file) => [file, readFileSync(join(DIST, file), 'utf8')]),
    );
  }

  /** The one object of this kind and name. */
  public object(kind: string, name: string): Manifest {
    const found = this.objects.filter((object) => object.kind === kind && object.metadata.name === name);
    if (found.length !== 1) throw new Error(`there must be one ${kind} ${name}, got ${found.length}`);
    return found[0]!;
  }

  /** The names of all objects of a kind. */
  public names(kind: string): string[] {
    return this.objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
  }
}

/** Synthesizes the charts of a story as `cdk8s synth` does. */
export function tell(story: (app: App) => unknown): Told {
  const outdir = mkdtempSync(join(tmpdir(), 'story-'));
  try {
    const app = new App({ outdir });
    story(app);
    app.synth();
    const files = readdirSync(outdir).sort();
    const objects = files.flatMap((file) => Yaml.load(join(outdir, file)) as Manifest[]);
    return new Told(
      app,
      Object.fromEntries(files.map((file) => [file, readFileSync(join(outdir, file), 'utf8')])),
      objects,
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
