import { expect, test } from '@jest/globals';
import { temporary } from '../testing.ts';
import { openLevel } from './level.ts';

test('a table that a kill caught half made is ready after it; one caught half deleted is gone', async () => {
  await temporary(async (path) => {
    const before = await openLevel(path);
    await before.batch([
      { type: 'put', key: 'table~made', value: { TableName: 'made', TableStatus: 'CREATING' } },
      { type: 'put', key: 'table~deleted', value: { TableName: 'deleted', TableStatus: 'DELETING' } },
      ...['item-made~1', 'item-made-2~1', 'item-deleted~1', 'item-deleted-2~1'].map((key) => ({
        type: 'put' as const,
        key,
        value: {},
      })),
      { type: 'put', key: 'index-global~deleted~by-tag~1', value: {} },
    ]);
    await before.close();

    const after = await openLevel(path);
    const left: string[] = [];
    for await (const key of after.keys({})) left.push(key);
    expect(left).toEqual(['item-deleted-2~1', 'item-made-2~1', 'item-made~1', 'table~made']);
    expect(await after.get('table~made')).toMatchObject({ TableStatus: 'ACTIVE' });
    await after.close();
  });
});
