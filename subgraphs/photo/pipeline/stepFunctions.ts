import {
  ExecutionAlreadyExists,
  ExecutionNotRedrivable,
  RedriveExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Workflow } from './workflow.ts';

/**
 * Runs the state machine on AWS Step Functions. Where that is, the SDK reads from the environment.
 * @param stateMachineArn of a standard state machine, which keeps the names of its executions for 90 days.
 */
export function createStepFunctions(stateMachineArn: string): Workflow {
  const client = new SFNClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 500, requestTimeout: 5_000 } });
  const executionArn = (name: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

  return {
    async start({ photoId, correlationId }) {
      const input = JSON.stringify({ photoId, correlationId });
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name: photoId, input }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
        await redrive(photoId);
      }
    },
    async stop() {
      client.destroy();
    },
  };

  /** Goes on with an execution that failed; one that still runs or has succeeded is left alone. */
  async function redrive(name: string): Promise<void> {
    try {
      await client.send(new RedriveExecutionCommand({ executionArn: executionArn(name) }));
    } catch (error) {
      if (!(error instanceof ExecutionNotRedrivable)) throw error;
    }
  }
}
