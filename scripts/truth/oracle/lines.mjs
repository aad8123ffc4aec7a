// A program that reads JSON lines and answers each with one line, in order.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The program ended without an answer. */
export class EndedError extends Error {}

export class LineProcess {
  #waiting = [];
  #file;
  #start;
  #process;

  constructor(file, args, env = {}) {
    this.#start = () =>
      spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    this.#file = file;
  }

  /** The program, started again if the last question was too much for it. */
  #running() {
    if (this.#process) return this.#process;
    const started = this.#start();
    this.#process = started;
    let complaints = '';
    started.stderr.on('data', (chunk) => (complaints = (complaints + chunk).slice(-2000)));
    started.stdin.on('error', () => undefined); // the exit tells why
    createInterface({ input: started.stdout }).on('line', (line) => {
      this.#waiting.shift()?.resolve(JSON.parse(line));
    });
    const end = (reason) => {
      this.#process = undefined;
      const failure = new EndedError(`${this.#file} ended (${reason}): ${complaints.trim()}`);
      for (const { reject } of this.#waiting.splice(0)) reject(failure);
    };
    started.on('error', (error) => end(error.message));
    started.on('close', (code, signal) => end(code ?? signal));
    return started;
  }

  /** The answer to one line. */
  ask(question) {
    return new Promise((resolve, reject) => {
      const { stdin } = this.#running();
      this.#waiting.push({ resolve, reject });
      stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  close() {
    this.#process?.stdin.end();
  }
}
