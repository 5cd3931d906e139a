/** Ends the work with a message for the user: what is wrong and what to do. */
export class Stop extends Error {
  override readonly name = "Stop";
  constructor(
    readonly reason: "usage" | "input" | "output",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
