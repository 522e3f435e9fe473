import { createServer, type Socket } from 'node:net';
import { messageReader } from '../load/messages.ts';
import { composeWorkload } from '../workload/supergraph.ts';
import { subgraphAnswers } from './answers.ts';
import { inOtherBytes, notFound } from './http.ts';
import { registryAnswer } from './registry.ts';

/** A process with all subgraphs and a registry, at one port. Its parent learns the port, and how many requests subgraphs had when it asks. */

const answer = subgraphAnswers();
let requests = 0;
let isChanging = false;
let supergraphSdl = '';

function serve(socket: Socket): void {
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on(
    'data',
    messageReader(({ head, body }) => {
      const path = head.slice(head.indexOf('/') + 1, head.indexOf(' HTTP/1.'));
      const isTraced = /\r\napollo-federation-include-trace: *ftv1/i.test(head);
      const ofSubgraph = answer(path, body, isTraced);
      if (ofSubgraph !== undefined) requests++;
      if (ofSubgraph && isChanging) socket.write(inOtherBytes(ofSubgraph, requests));
      else socket.write(ofSubgraph ?? registryAnswer(path, body, supergraphSdl) ?? notFound);
      if (/\r\nconnection: *close/i.test(head)) socket.end();
    }),
  );
}

const server = createServer(serve).listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  supergraphSdl = composeWorkload(`http://127.0.0.1:${port}`);
  process.send?.(port);
});
process.on('message', (message) => {
  if (message === 'requests') process.send?.(requests);
  else isChanging = message === 'changing';
});
process.on('disconnect', () => process.exit(0));
