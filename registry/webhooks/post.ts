/** What became of one attempt; `stopped`: the service stops, and nobody knows whether it was received. */
export type Outcome = 'stopped' | { delivered: true } | { delivered: false; error: string; retryAfterMs?: number };

const defaultDeadlineMs = 10_000;

/**
 * Posts a body. Only a 2xx within the deadline is a delivery: a redirect would carry what was signed to an address that nobody
 * has set, so it is not followed. The answer's body is not read.
 * @param signal ends the attempt when the service stops.
 */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
  deadlineMs = defaultDeadlineMs,
): Promise<Outcome> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'banyan-webhooks', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([deadline, signal]),
    });
    // Left unread the connection would stay taken.
    await response.body?.cancel().catch(() => {});
    if (response.ok) return { delivered: true };
    const error =
      response.status >= 300 && response.status < 400
        ? `It answered ${response.status}, a redirect: set the URL to where it leads.`
        : `It answered ${response.status}.`;
    return { delivered: false, error, retryAfterMs: retryAfter(response) };
  } catch (error) {
    if (signal.aborted) return 'stopped';
    if (deadline.aborted) return { delivered: false, error: `It did not answer within ${deadlineMs / 1_000} s.` };
    return { delivered: false, error: `It could not be reached (${reasonOf(error)}).` };
  }
}

/** `Retry-After` in seconds, as Slack sends it; as a date it is ignored. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? seconds * 1_000 : undefined;
}

/** Why a connection failed, as a code: `ECONNREFUSED`, `ENOTFOUND`, … */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? 'no connection';
}
