/** Something that whoever called the program can mend: shown without a stack trace. */
export class UsageError extends Error {}
