#!/usr/bin/env node
import { processIo } from './io';
import { run } from './run';
import { STATUS } from './status';

/** Whoever reads us may stop in the middle, as `head` does: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`error: standard output must take what is written, got ${error.message}\n`);
  process.exit(STATUS.couldNotRun);
});

// Not process.exit: what is written to a pipe has to arrive first.
void run(process.argv.slice(2), processIo()).then((status) => (process.exitCode = status));
