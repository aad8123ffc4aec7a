import type { Io } from '../../../lib/cli/io';
import { run } from '../../../lib/cli/run';

export interface World {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
}

export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, in a world of its own. */
export async function cli(argv: readonly string[], world: World = {}): Promise<Ended> {
  const { input, env = {}, isTerminal = false, columns } = world;
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Io['out'] => ({
    isTerminal,
    ...(columns !== undefined && { columns }),
    write: (text) => {
      written[name] += text;
    },
  });
  const status = await run(argv, {
    env,
    out: output('out'),
    err: output('err'),
    input: { isTerminal: input === undefined, read: () => Promise.resolve(input ?? '') },
  });
  return { status, ...written };
}
