/**
 * Says that a photo will never do, in words for its owner: the state machine tries no step again that throws it.
 * `pipeline.asl.json` knows it by its name.
 */
export class PhotoRefused extends Error {
  override readonly name = 'PhotoRefused';
}

/** What an owner reads when the fault is ours. */
export const ourFault = 'The photo could not be processed. Upload it again.';

/** How a state machine describes an error: on AWS the cause is what Lambda makes of it, on one machine its message. */
export interface Failure {
  Error: string;
  Cause: string;
}

/** Why a photo is rejected, in words for its owner. */
export function reasonOf({ Error: name, Cause: cause }: Failure): string {
  if (name !== 'PhotoRefused') return ourFault;
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === 'string' ? errorMessage : ourFault;
  } catch {
    return cause;
  }
}
