/** Changes of headers. A header may be named once. */
export interface HeaderChanges {
  /**
   * Headers to write, replacing what is there.
   * @default - none
   */
  readonly set?: { [header: string]: string };
  /**
   * Headers to append to what is there.
   * @default - none
   */
  readonly add?: { [header: string]: string };
  /**
   * Headers to take away.
   * @default - none
   */
  readonly remove?: string[];
}
