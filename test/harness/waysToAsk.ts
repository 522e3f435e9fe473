import { until } from './client.ts';

/** What is asked, whichever way. */
export interface Asked {
  query: string;
  /** JSON, as it is sent: an object would lose a key like `__proto__` before it leaves. */
  variables?: string;
  operationName?: string;
  token?: string;
}

/** What came back, put together where it came in parts. */
export interface Told {
  /** Of HTTP, where the way has one. */
  status?: number;
  data?: unknown;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
  /** All that came. */
  text: string;
}

/** One way in, as clients take it. */
export type Way = (endpoint: string, asked: Asked) => Promise<Told>;

const json = 'application/json';

const bodyOf = ({ query, variables, operationName }: Asked): string =>
  `{"query":${JSON.stringify(query)}${variables ? `,"variables":${variables}` : ''}${
    operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`
  }}`;

const authorization = ({ token }: Asked): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

const post = (endpoint: string, asked: Asked, accept: string) =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': json, accept, ...authorization(asked) },
    body: bodyOf(asked),
  });

const whole = async (response: Response): Promise<Told> => {
  const text = await response.text();
  return { status: response.status, ...(text.startsWith('{') ? JSON.parse(text) : {}), text };
};

const parts =
  (spec: string): Way =>
  async (endpoint, asked) => {
    // What others ask for at once is deferred here.
    const deferring = { ...asked, query: asked.query.replaceAll('@include(if: true)', '@defer(if: true)') };
    const response = await post(endpoint, deferring, `multipart/mixed;${spec},${json};q=0.9`);
    if (!response.headers.get('content-type')?.startsWith('multipart/mixed')) return whole(response);
    const text = await response.text();
    const payloads = text
      .split('\r\n---')
      .flatMap((part) => (part.includes('\r\n\r\n') ? [JSON.parse(part.slice(part.indexOf('\r\n\r\n')))] : []));
    return { status: response.status, ...assembled(payloads), text };
  };

/** Every way in that the gateway has. */
export const ways: Record<string, Way> = {
  'POST of JSON': async (endpoint, asked) => whole(await post(endpoint, asked, json)),
  'POST that accepts something of its own': async (endpoint, asked) =>
    whole(await post(endpoint, asked, `${json};q=0.9`)),
  GET: async (endpoint, asked) => {
    const headers = { accept: json, 'apollo-require-preflight': 'yes', ...authorization(asked) };
    return whole(await fetch(addressOf(endpoint, asked), { headers }));
  },
  'multipart, deferSpec': parts('deferSpec=20220824'),
  'multipart, incrementalSpec': parts('incrementalSpec=v0.2'),
  'event stream': async (endpoint, asked) => {
    const response = await post(endpoint, asked, 'text/event-stream');
    if (response.headers.get('content-type') !== 'text/event-stream; charset=utf-8') return whole(response);
    const text = await response.text();
    const next = /event: next\ndata: (.*)\n/.exec(text)?.[1];
    return { status: response.status, ...(next && JSON.parse(next)), text };
  },
  WebSocket: async (endpoint, asked) => {
    const socket = new WebSocket(endpoint.replace('http', 'ws'), 'graphql-transport-ws');
    const frames: string[] = [];
    let isClosed = false;
    socket.onmessage = ({ data }) => void frames.push(String(data));
    socket.onclose = () => {
      isClosed = true;
    };
    const seen = (type: string) => frames.some((frame) => frame.includes(`"type":"${type}"`));
    const came = (...types: string[]) => until(types.join(' or '), async () => isClosed || types.some(seen));
    await until('it is open', async () => isClosed || socket.readyState === WebSocket.OPEN);
    socket.send(JSON.stringify({ type: 'connection_init', payload: authorization(asked) }));
    await came('connection_ack');
    socket.send(`{"id":"1","type":"subscribe","payload":${bodyOf(asked)}}`);
    await came('complete', 'error');
    socket.close();
    const payloads = frames.map((frame) => JSON.parse(frame)).filter(({ type }) => type === 'next' || type === 'error');
    const payload = payloads[0]?.payload;
    return { ...(Array.isArray(payload) ? { errors: payload } : payload), text: frames.join('\n') };
  },
};

/** The request as a link. */
export function addressOf(endpoint: string, { query, variables, operationName }: Asked): URL {
  const url = new URL(endpoint);
  url.searchParams.set('query', query);
  if (variables) url.searchParams.set('variables', variables);
  if (operationName !== undefined) url.searchParams.set('operationName', operationName);
  return url;
}

type Json = Record<string, unknown>;

interface Part {
  id?: string;
  path?: (string | number)[];
  subPath?: (string | number)[];
  data?: Json;
  errors?: Told['errors'];
}

interface Payload extends Part {
  incremental?: Part[];
  pending?: { id: string; path: (string | number)[] }[];
  completed?: Part[];
}

/** What a client makes of the parts. */
function assembled(payloads: Payload[]): Pick<Told, 'data' | 'errors'> {
  const [{ data, errors: first = [] } = {}] = payloads;
  const errors = [...first];
  const places = new Map<string | undefined, (string | number)[]>();
  for (const { incremental = [], pending = [], completed = [] } of payloads) {
    for (const { id, path } of pending) places.set(id, path);
    for (const part of [...incremental, ...completed]) {
      errors.push(...(part.errors ?? []));
      const path = [...(part.path ?? places.get(part.id) ?? []), ...(part.subPath ?? [])];
      const target = path.reduce((value: unknown, key) => own(value, String(key)), data);
      if (part.data) merge(target, part.data);
    }
  }
  return { data, ...(errors.length > 0 && { errors }) };
}

const own = (value: unknown, key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value;

function merge(target: unknown, source: Json): void {
  for (const [key, value] of Object.entries(source)) {
    const present = own(target, key);
    if (typeof present === 'object' && present !== null && typeof value === 'object' && value !== null) {
      merge(present, value as Json);
    } else {
      Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
    }
  }
}
