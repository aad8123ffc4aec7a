import { writeFileSync } from 'node:fs';
import type { IConstruct } from 'constructs';
import { Registry } from '../synthesis/registry';

/** Something that the dialect of a Mesh cannot say, and that was left out. */
export interface Loss {
  /** The path of the construct that said it. */
  readonly constructPath: string;
  /** What is lost. */
  readonly what: string;
  /** Why, and what to do instead. */
  readonly why: string;
}

/** Something that is legal, and probably not what was meant. */
export interface MeshWarning {
  /** The paths of the constructs that are part of it. */
  readonly constructPaths: string[];
  /** What is wrong, and what to do. */
  readonly message: string;
}

/**
 * What is to be said about an app beside its YAML: what its dialects cannot say (with `Losses.REPORT`), and warnings.
 *
 *     const app = new App();
 *     ...
 *     app.synth();
 *     MeshReport.of(app).write('losses.md');
 */
export class MeshReport {
  /** The report of the app that a construct belongs to, as far as constructs were created until now. */
  public static of(construct: IConstruct): MeshReport {
    return new MeshReport(Registry.of(construct).report());
  }

  /** What was left out, sorted by construct. */
  public readonly losses: Loss[];

  /** Warnings, sorted by construct. */
  public readonly warnings: MeshWarning[];

  private constructor({ losses, warnings }: ReturnType<Registry['report']>) {
    this.losses = losses.map(({ author, what, why }) => ({ constructPath: author.path, what, why }));
    this.warnings = warnings.map(({ authors, message }) => ({
      constructPaths: authors.map(({ path }) => path),
      message,
    }));
  }

  /** The report as Markdown. */
  public toMarkdown(): string {
    const losses = this.losses.map(
      ({ constructPath, what, why }) => `| \`${constructPath}\` | ${cell(what)} | ${cell(why)} |`,
    );
    const warnings = this.warnings.map(({ message }) => `* ${message}`);
    return [
      '# Mesh report',
      '',
      '## What the dialect cannot say',
      '',
      ...(losses.length > 0
        ? ['| construct | left out | why |', '|---|---|---|', ...losses]
        : ['Nothing was left out.']),
      '',
      '## Warnings',
      '',
      ...(warnings.length > 0 ? warnings : ['None.']),
      '',
    ].join('\n');
  }

  /** Writes the report to a file. */
  public write(path: string): void {
    writeFileSync(path, this.toMarkdown());
  }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
