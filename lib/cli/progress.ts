import type { Output } from './io';

const PATIENCE = 500;

/** Says on a terminal what takes so long, on a line that vanishes; says nothing in a log, or when nothing takes long. */
export class Progress {
  private readonly start = Date.now();
  private isShown = false;

  constructor(private readonly output: Output) {}

  /** What is done now. */
  say(what: string): void {
    if (!this.output.isTerminal || Date.now() - this.start < PATIENCE) return;
    this.output.write(`\r\u001b[K${what} …`);
    this.isShown = true;
  }

  /** The same about something that is waited for. */
  async during<T>(what: string, work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.say(what), PATIENCE + 1);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  done(): void {
    if (this.isShown) this.output.write('\r\u001b[K');
    this.isShown = false;
  }
}
