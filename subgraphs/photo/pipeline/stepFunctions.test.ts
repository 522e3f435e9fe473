import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createStepFunctions } from './stepFunctions.ts';

const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:photos';
const environment = { ...process.env };
const asked: { action: string; input: unknown }[] = [];
/** What Step Functions answers, by action: an error's name, or nothing for success. */
let errors: Record<string, string> = {};
let server: Server;

beforeEach(async () => {
  errors = {};
  asked.length = 0;
  server = createServer(async (request, response) => {
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    asked.push({ action, input: await json(request) });
    const error = errors[action];
    response.writeHead(error ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(error ? { __type: error, message: 'no' } : { startDate: 1, redriveDate: 1 }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'banyan',
    AWS_SECRET_ACCESS_KEY: 'banyan',
    AWS_ENDPOINT_URL_SFN: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  process.env = { ...environment };
});

const start = async () => {
  const workflow = createStepFunctions(arn);
  try {
    await workflow.start({ photoId: 'photo-1', correlationId: 'trace' });
  } finally {
    await workflow.stop();
  }
};
const started = {
  action: 'StartExecution',
  input: { stateMachineArn: arn, name: 'photo-1', input: '{"photoId":"photo-1","correlationId":"trace"}' },
};
const redriven = {
  action: 'RedriveExecution',
  input: { executionArn: 'arn:aws:states:us-east-1:123456789012:execution:photos:photo-1' },
};

test('an execution is named by its photo', async () => {
  await start();
  expect(asked).toMatchObject([started]);
});

test('one that has failed goes on', async () => {
  errors = { StartExecution: 'ExecutionAlreadyExists' };
  await start();
  expect(asked).toMatchObject([started, redriven]);
});

test('one that runs or has succeeded is left alone', async () => {
  errors = { StartExecution: 'ExecutionAlreadyExists', RedriveExecution: 'ExecutionNotRedrivable' };
  await start();
  expect(asked).toMatchObject([started, redriven]);
});

test('what else goes wrong is thrown', async () => {
  errors = { StartExecution: 'StateMachineDoesNotExist' };
  await expect(start()).rejects.toThrow('no');
});
