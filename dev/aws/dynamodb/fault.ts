/** An error that the client gets to see, in the form that dynalite throws. */
export interface Fault extends Error {
  statusCode: number;
  body: { __type: string; message?: string; [member: string]: unknown };
}

/** Makes an error of DynamoDB, with the members that its type carries. */
export function fault(type: string, message: string, members: Record<string, unknown> = {}): Fault {
  const body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...members };
  return Object.assign(new Error(message), { statusCode: 400, body });
}

/** Tells an answer to the client from a bug of ours. */
export const isFault = (error: unknown): error is Fault => error instanceof Error && 'statusCode' in error;

/** The name of a fault's type: `ValidationException`, without the namespace. */
export const typeOf = (error: Fault): string => error.body.__type.split('#')[1] ?? '';
