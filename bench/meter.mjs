// Loaded into each measured process before its program: tells the parent, at the end, what the process has used.
import { writeSync } from 'node:fs';

process.once('exit', (code) => {
  if (code !== 0) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const { heapUsed } = process.memoryUsage();
  writeSync(
    3,
    JSON.stringify({
      cpu: (userCPUTime + systemCPUTime) / 1000,
      rss: maxRSS / 1024,
      heapUsed: heapUsed / 2 ** 20,
    }),
  );
});
