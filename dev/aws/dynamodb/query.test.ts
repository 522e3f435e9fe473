import { type DynamoDBDocumentClient, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTable, documents } from '../testing.ts';
import { type DynamoDb, startDynamoDb } from './dynamodb.ts';

type Row = { pk: string; sk: string; owner: string; at: string; n: number };

let dynamodb: DynamoDb;
let client: DynamoDBDocumentClient;
let TableName: string;
const rows: Row[] = [];

const schema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

const names = ['가', '가나', '가나다', '나', '다라', 'a', 'ab', 'z', '힣', '😀', '😀가', '~', 'ÿ', '1', '10', '2'];

beforeAll(async () => {
  dynamodb = await startDynamoDb({ port: 0 });
  client = documents(dynamodb.url);
  TableName = await createTable(client, {
    AttributeDefinitions: ['pk', 'sk', 'owner', 'at'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    LocalSecondaryIndexes: [
      { IndexName: 'local', KeySchema: schema('pk', 'at'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
    GlobalSecondaryIndexes: [
      { IndexName: 'global', KeySchema: schema('owner', 'at'), Projection: { ProjectionType: 'ALL' } },
    ],
  });
  for (const pk of ['가', '가나', 'ㄱ'])
    for (const [n, sk] of names.entries())
      rows.push({ pk, sk, owner: n % 2 ? '홀' : '짝', at: names[(n * 7) % 5] as string, n });
  await Promise.all(rows.map((Item) => client.send(new PutCommand({ TableName, Item }))));
});

afterAll(async () => {
  client.destroy();
  await dynamodb.close();
});

const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

const conditions = {
  '': () => true,
  ' AND #r = :x': (value: string, x: string) => value === x,
  ' AND #r < :x': (value: string, x: string) => bytes(value, x) < 0,
  ' AND #r <= :x': (value: string, x: string) => bytes(value, x) <= 0,
  ' AND #r > :x': (value: string, x: string) => bytes(value, x) > 0,
  ' AND #r >= :x': (value: string, x: string) => bytes(value, x) >= 0,
  ' AND begins_with(#r, :x)': (value: string, x: string) => value.startsWith(x),
};

const places = [
  { IndexName: undefined, hash: 'pk', range: 'sk', value: '가' },
  { IndexName: 'local', hash: 'pk', range: 'at', value: '가' },
  { IndexName: 'global', hash: 'owner', range: 'at', value: '홀' },
] as const;

test('paging gives every row once and in order, either way, on tables and indexes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.constantFrom(...(Object.keys(conditions) as (keyof typeof conditions)[])),
      fc.constantFrom(...names),
      fc.boolean(),
      fc.integer({ min: 1, max: 6 }),
      async ({ IndexName, hash, range, value }, condition, x, ScanIndexForward, Limit) => {
        const found: Row[] = [];
        let ExclusiveStartKey: Record<string, unknown> | undefined;
        do {
          const page = await client.send(
            new QueryCommand({
              TableName,
              IndexName,
              Limit,
              ScanIndexForward,
              ExclusiveStartKey,
              Select: IndexName === 'local' ? 'ALL_ATTRIBUTES' : undefined,
              KeyConditionExpression: `#h = :h${condition}`,
              ExpressionAttributeNames: { '#h': hash, ...(condition && { '#r': range }) },
              ExpressionAttributeValues: { ':h': value, ...(condition && { ':x': x }) },
            }),
          );
          expect(page.Items?.length).toBeLessThanOrEqual(Limit);
          found.push(...(page.Items as Row[]));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);

        const wanted = rows.filter((row) => row[hash] === value && conditions[condition](row[range], x));
        const same = (list: Row[]) => list.map(({ pk, sk }) => `${pk}/${sk}`).sort();
        expect(same(found)).toEqual(same(wanted));
        const order = wanted.map((row) => row[range]).sort(bytes);
        expect(found.map((row) => row[range])).toEqual(ScanIndexForward ? order : order.reverse());
      },
    ),
    { numRuns: 150 },
  );
});

test('a scan pages through a table and an index', async () => {
  for (const IndexName of [undefined, 'global']) {
    const found: Row[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName, IndexName, Limit: 5, ExclusiveStartKey }));
      found.push(...(page.Items as Row[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect(found).toHaveLength(rows.length);
    expect(found).toEqual(expect.arrayContaining(rows));
  }
});
