import type { Manifests, Origin } from '../../manifest/document';
import type { Collected } from '../../manifest/objects';
import { readInto } from '../../manifest/read';

/** A text that manifests were read from, as it was and as it is now. */
export class SourceText {
  private current: string;
  private read: Manifests;

  constructor(
    readonly file: string | undefined,
    readonly original: string,
  ) {
    this.current = original;
    this.read = readAgain(original, file);
  }

  get text(): string {
    return this.current;
  }

  get isChanged(): boolean {
    return this.current !== this.original;
  }

  get manifests(): Manifests {
    return this.read;
  }

  change(text: string): void {
    if (text === this.current) return;
    this.current = text;
    this.read = readAgain(text, this.file);
  }
}

function readAgain(text: string, file: string | undefined): Manifests {
  const into: Collected = { documents: [], unreadable: [] };
  readInto(text, file, into);
  return into;
}

/** All texts that manifests were read from, each once. What came from no text stays as it is. */
export class Sources {
  private readonly byFile = new Map<string, SourceText>();
  private readonly others: Manifests;

  constructor({ documents, unreadable }: Manifests) {
    for (const { origin } of [...documents, ...unreadable]) {
      const { file, text } = origin;
      if (text && !this.byFile.has(file ?? '')) this.byFile.set(file ?? '', new SourceText(file, text.whole));
    }
    this.others = {
      documents: documents.filter(({ origin }) => !origin.text),
      unreadable: unreadable.filter(({ origin }) => !origin.text),
    };
  }

  get texts(): readonly SourceText[] {
    return [...this.byFile.values()];
  }

  /** The text that this is from, unless it has changed since. */
  find({ file, text }: Origin): SourceText | undefined {
    const source = this.byFile.get(file ?? '');
    return text && source?.text === text.whole ? source : undefined;
  }

  get manifests(): Manifests {
    const all = [this.others, ...this.texts.map(({ manifests }) => manifests)];
    return {
      documents: all.flatMap(({ documents }) => documents),
      unreadable: all.flatMap(({ unreadable }) => unreadable),
    };
  }
}
