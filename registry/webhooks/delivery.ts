import type { Happening } from '../graphs/happening.ts';

/** `dead`: every attempt has failed; it is sent again only when somebody asks for it. */
export type DeliveryState = 'pending' | 'delivered' | 'dead';

/** One happening for one webhook. */
export interface Delivery {
  /** The receiver gets it with every attempt, as `webhook-id`. */
  id: string;
  webhookId: string;
  graphId: string;
  happening: Happening;
  state: DeliveryState;
  /** How often it was tried. */
  attempts: number;
  /** When it was last tried, or when it was made; ISO 8601, UTC. */
  at: string;
  /** What went wrong at the last attempt. */
  error?: string;
}

/** The same for the same happening and webhook, so that what is told twice is one delivery. It has no `.`, which the signature is split at. */
export const deliveryId = (happeningId: string, webhookId: string): string => `${happeningId}_${webhookId}`;

/** A delivery's place in the queue: one a delivery that is pending. */
export interface Place {
  /** When it is to be tried: milliseconds since the epoch. */
  dueAt: number;
  graphId: string;
  webhookId: string;
  happeningId: string;
}
