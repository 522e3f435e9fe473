import { startAws } from './aws.ts';

const { env } = process;

const log = (level: number, msg: string) => console.log(JSON.stringify({ level, service: 'aws', msg }));

const asked = Promise.withResolvers<void>();
// A launcher that dies closes the channel that it started us with (`disconnect`).
for (const end of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(end, () => asked.resolve());

try {
  const aws = await startAws({
    path: env.AWS_DATA_DIR ?? '.data/aws',
    dynamodbPort: Number(env.DYNAMODB_PORT ?? 4020),
    kinesisPort: Number(env.KINESIS_PORT ?? 4021),
    s3Port: Number(env.S3_PORT ?? 4022),
    buckets: (env.S3_BUCKETS ?? 'banyan-photos,banyan-registry').split(','),
    conflictRate: Number(env.DYNAMODB_CONFLICT_RATE ?? 0),
  });
  log(30, `DynamoDB on ${aws.dynamodbUrl}`);
  log(30, `Kinesis on ${aws.kinesisUrl}`);
  log(30, `S3 on ${aws.s3Url}`);

  await asked.promise;
  await aws.close();
  process.exit(0);
} catch (error) {
  log(60, (error as Error).message);
  process.exit(1);
}
