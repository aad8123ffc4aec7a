/** What the program has of the world, so that tests can give it another. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results, and nothing else. */
  readonly out: Output;
  /** What went wrong, and how far we are. */
  readonly err: Output;
  readonly input: Input;
}

export interface Output {
  readonly isTerminal: boolean;
  /** How many characters a line of the terminal holds. */
  readonly columns?: number;
  write(text: string): void;
}

export interface Input {
  readonly isTerminal: boolean;
  read(): Promise<string | Uint8Array>;
}

/** For reading comfort on wide terminals, and for logs, which have no width. */
const WIDEST = 120;
const USUAL = 80;

export function widthFor({ out, env }: Io): number {
  const told = out.columns ?? Number(env.COLUMNS);
  return told > 0 ? Math.max(40, Math.min(told, WIDEST)) : USUAL;
}

/** The world of this process. */
export function processIo(): Io {
  return {
    env: process.env,
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    input: {
      isTerminal: process.stdin.isTTY,
      read: async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      },
    },
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY,
    columns: stream.columns,
    write: (text) => {
      stream.write(text);
    },
  };
}
