import { runInNewContext } from "node:vm";
import { Unending, type Limited } from "../indicators/limited";

/**
 * Seconds that the expressions of one indicator of a council's own list may take, where the
 * environment names no other number.
 */
const USUAL_SECONDS = 20;
const MOST_GIVEN = 24 * 60 * 60;
const SECONDS = "SEND_SCORECARD_EXPRESSION_SECONDS";

/** The error is one of the other context, so no instance of our `Error`. */
const isTimeout = (error: unknown): boolean =>
  (error as { code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT";

/** Stops work after some seconds, also within a regular expression that goes back over and over. */
const within =
  (seconds: number): Limited =>
  (work) => {
    try {
      return runInNewContext("work()", { work }, { timeout: seconds * 1000 }) as ReturnType<
        typeof work
      >;
    } catch (error) {
      if (isTimeout(error)) throw new Unending(`stopped after ${seconds} seconds`);
      throw error;
    }
  };

/** The limit of expressions: that of the environment, else twenty seconds. */
export function limitExpressions(environment: NodeJS.ProcessEnv = process.env): Limited {
  const given = Number(environment[SECONDS]);
  return within(given > 0 && given <= MOST_GIVEN ? given : USUAL_SECONDS);
}
