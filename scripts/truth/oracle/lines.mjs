// A program that reads JSON lines and answers each with one line, in order.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The program ended without an answer. */
export class EndedError extends Error {}

export class LineProcess {
  #waiting = [];
  #process;
  #failure;

  constructor(file, args, env = {}) {
    this.#process = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let complaints = '';
    this.#process.stderr.on('data', (chunk) => (complaints = (complaints + chunk).slice(-2000)));
    this.#process.stdin.on('error', () => undefined); // the exit tells why
    createInterface({ input: this.#process.stdout }).on('line', (line) => {
      this.#waiting.shift()?.resolve(JSON.parse(line));
    });
    const end = (reason) => {
      this.#failure = new EndedError(`${file} ended (${reason}): ${complaints.trim()}`);
      for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
    };
    this.#process.on('error', (error) => end(error.message));
    this.#process.on('close', (code, signal) => end(code ?? signal));
  }

  /** The answer to one line. */
  ask(question) {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  close() {
    this.#process.stdin.end();
  }
}
