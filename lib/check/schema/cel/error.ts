/** An expression cannot be read or computed: `no such key: type`. The API server refuses what a rule cannot tell. */
export class CelError extends Error {}
