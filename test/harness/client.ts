import { setTimeout as wait } from 'node:timers/promises';

export interface Answer<Data = Record<string, unknown>> {
  status: number;
  headers: Headers;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Asks over HTTP, as any client would. */
export async function ask<Data = Record<string, never>>(
  endpoint: string,
  query: string,
  variables: object = {},
  token?: string,
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Pick<Answer<Data>, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, ...body };
}

/** The same, where any error is a failure of the test. */
export async function want<Data>(
  endpoint: string,
  query: string,
  variables: object = {},
  token?: string,
): Promise<Data> {
  const { data, errors } = await ask<Data>(endpoint, query, variables, token);
  if (errors) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
  return data;
}

/** Waits until a condition holds. */
export async function until<T>(what: string, condition: () => Promise<T | false | undefined | null>, limitMs = 20_000) {
  const limit = Date.now() + limitMs;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (Date.now() > limit) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await wait(25);
  }
}
