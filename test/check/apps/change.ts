/** What somebody gets wrong: what was there, what is there instead, and what is then found, as `rule Kind/name`. */
export type Change = readonly [what: string, from: string, to: string, ...finds: readonly string[]];
