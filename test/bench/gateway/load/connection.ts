import { once } from 'node:events';
import { connect } from 'node:net';
import { type Message, messageReader } from './messages.ts';

/** A keep-alive connection that carries one request at a time. */
export interface Connection {
  post(body: string, authorization: string): Promise<Message>;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let waiting: PromiseWithResolvers<Message> | undefined;
  const fail = (reason: string) => waiting?.reject(new Error(reason));
  socket.on('error', (error) => fail(error.message));
  socket.on('close', () => fail('the gateway has closed the connection'));
  socket.on(
    'data',
    messageReader((message) => waiting?.resolve(message)),
  );

  return {
    post(body, authorization) {
      waiting = Promise.withResolvers<Message>();
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: ${authorization}\r\naccept: application/json\r\n` +
          `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return waiting.promise;
    },
    close() {
      socket.destroy();
    },
  };
}
