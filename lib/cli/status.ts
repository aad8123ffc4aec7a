/** What the program exits with. */
export const STATUS = { ok: 0, failed: 1, couldNotRun: 2 } as const;
