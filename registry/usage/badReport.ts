/** A report that is not counted, and never will be: sending it again is no use. */
export class BadReport extends Error {
  readonly status: 400 | 413;

  constructor(message: string, status: 400 | 413 = 400) {
    super(message);
    this.status = status;
  }
}
