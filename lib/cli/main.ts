#!/usr/bin/env node
import { processIo } from './io';
import { run } from './run';

/** Whoever reads us may stop in the middle, as `head` does: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// Not process.exit: what is written to a pipe has to arrive first.
void run(process.argv.slice(2), processIo()).then((status) => (process.exitCode = status));
