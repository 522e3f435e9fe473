import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { diffSchemas } from '../changes/diffSchemas.ts';
import { judgeOperation } from './judgeOperation.ts';

const judge = (before: string, after: string, signature: string) => {
  const [old, now] = [buildSchema(before), buildSchema(after)];
  return judgeOperation(signature, old, now, diffSchemas(old, now));
};

/** What stands in a usage report for an operation: blanked literals, no aliases, a comment with its name. */
describe('a signature', () => {
  const search = (filter: string) =>
    `type Query { find(by: Filter!): Int user(id: ID): User other: Int } input Filter { ${filter} } enum Kind { A B }
     type User { id: ID name(long: Boolean): String }`;

  test('whose blanked literal lacks required fields is judged all the same', () => {
    const signature = '# Find\nquery Find{find(by:{})}';
    const before = search('text: String! kind: Kind');
    expect(judge(before, before, signature)).toMatchObject({ verdict: 'safe', errors: [] });
    expect(judge(before, search('text: [String]! kind: Kind'), signature)).toMatchObject({ verdict: 'broken' });
    expect(judge(before, search('text: String kind: Kind'), signature).verdict).toBe('safe');
    expect(judge(before, search('text: String!'), signature).brokenBy.map(({ coordinate }) => coordinate)).toEqual([
      'Filter.kind',
    ]);
  });

  test('whose blanked literal held its variables is not stale, and what they could hold counts', () => {
    const signature = 'query Find($kind:Kind){find(by:{})}';
    const before = search('text: String kind: Kind');
    expect(judge(before, before, signature).verdict).toBe('safe');
    expect(judge(before, before.replace('A B', 'A'), signature).brokenBy).toMatchObject([{ coordinate: 'Kind.B' }]);
    expect(judge(before, before, 'query Find($kind:Kind){other}').verdict).toBe('ignored');
  });

  test('that keeps names and enum values inside its literals is judged by them alone', () => {
    const before = search('text: String kind: Kind');
    const withoutB = before.replace('A B', 'A');
    expect(judge(before, withoutB, '{find(by:{kind:A,text:""})}').verdict).toBe('safe');
    expect(judge(before, withoutB, '{find(by:{kind:B,text:""})}').verdict).toBe('broken');
    expect(judge(before, search('text: String'), '{find(by:{text:""})}').verdict).toBe('safe');
  });

  test('whose fields conflict without their aliases is not reported for that', () => {
    const signature = '{user(id:""){id name(long:false)name(long:true)}}';
    const before = search('text: String');
    expect(judge(before, before, signature)).toMatchObject({ verdict: 'safe', errors: [] });
    const renamed = before.replace('name(long: Boolean)', 'title(long: Boolean)');
    expect(judge(before, renamed, signature)).toMatchObject({
      verdict: 'broken',
      brokenBy: [{ coordinate: 'User.name' }],
    });
  });

  test('of a conflict that only the new schema makes is broken', () => {
    const of = (cat: string) =>
      `type Query { pet: Pet } union Pet = Cat | Dog type Cat { n: ${cat} } type Dog { n: Int }`;
    const { verdict, brokenBy, errors } = judge(of('Int'), of('Int!'), '{pet{...on Cat{n}...on Dog{n}}}');
    expect({ verdict, brokenBy }).toMatchObject({
      verdict: 'broken',
      brokenBy: [{ coordinate: 'Cat.n', effect: 'safe' }],
    });
    expect(errors).toEqual([expect.stringContaining('conflict')]);
  });

  describe('whose fields conflict without their aliases', () => {
    const of = (a: string) =>
      `type Query { f(x: Int): Int u: U v(x: Int): U } union U = A | B
       type A { x: ${a} y: Int o: O } type B { x: Int y: String o: O } type O { z: ${a} }`;
    const aliased = 'query($a:Int,$b:Int){f(x:$a)f(x:$b)u{...on A{x}...on B{x}}}';
    const judgeA = (signature: string, to = 'Int!') => judge(of('Int'), of(to), signature);

    test('is broken by another conflict that only the new schema makes', () => {
      const { verdict, brokenBy } = judgeA(aliased);
      expect({ verdict, brokenBy }).toMatchObject({ verdict: 'broken', brokenBy: [{ coordinate: 'A.x' }] });
    });

    test('is broken by one below fields that conflicted below already', () => {
      expect(judgeA('{u{...on A{x y}...on B{x y}}}').verdict).toBe('broken');
      expect(judgeA('query($a:Int,$b:Int){f(x:$a)f(x:$b)u{...on A{x}}u{...on B{x}}}').verdict).toBe('broken');
    });

    test('is not broken by the same conflicts, nor by what its aliases keep apart', () => {
      expect(judgeA('{u{...on A{x y}...on B{y}}}').verdict).toBe('safe');
      // The two are asked under aliases of their own, so what is below them never was merged.
      expect(judgeA('query($a:Int,$b:Int){v(x:$a){...on A{x}}v(x:$b){...on B{x}}}').verdict).toBe('safe');
    });

    test.each([40, 800])('is not left out for having many of them: %d', (count) => {
      const variables = Array.from({ length: count }, (_, n) => `$v${n}`);
      const signature = `query(${variables.map((name) => `${name}:Int`)}){${variables.map((name) => `f(x:${name})`).join('')}u{...on A{y}}}`;
      expect(judge(of('Int'), of('Int').replace('y: Int', ''), signature)).toMatchObject({
        verdict: 'broken',
        brokenBy: [{ coordinate: 'A.y' }],
      });
      expect(judgeA(signature).verdict).toBe('safe');
    });
  });

  test('with many blanked literals that lack fields is not left out', () => {
    const before = search('text: String! more: String! kind: Kind');
    const signature = `{${Array.from({ length: 60 }, () => 'find(by:{})').join('')}}`;
    expect(judge(before, before, signature).verdict).toBe('safe');
    expect(judge(before, before.replace('A B', 'A'), signature).verdict).toBe('broken');
  });

  test('with a blanked list of a leaf type is judged by that type', () => {
    const of = (type: string) => `type Query { find(kinds: ${type}): Int } enum Kind { A B }`;
    expect(judge(of('[Kind!]'), of('[Kind!]'), '{find(kinds:[])}').verdict).toBe('safe');
    expect(judge(of('[Kind!]'), of('[Kind!]').replace('A B', 'A'), '{find(kinds:[])}').verdict).toBe('broken');
  });

  test('is broken when only validation finds out, whatever the given changes say', () => {
    const [old, now] = [buildSchema('type Query { a: Int b: Int }'), buildSchema('type Query { a: Int }')];
    expect(judgeOperation('{ b }', old, now, [])).toEqual({
      verdict: 'broken',
      changes: [],
      brokenBy: [],
      errors: [expect.stringContaining('Cannot query field "b" on type "Query".')],
    });
  });
});

test('input types that refer to themselves and to one another are judged in finite time', () => {
  const of = (more: string) => `type Query { find(by: A): Int }
    input A { a: A b: [B!] } input B { a: A b: B c: C } input C { b: [[B]] ${more} }`;
  expect(judge(of('n: Int'), of('n: String'), 'query ($a: A) { find(by: $a) }').brokenBy).toMatchObject([
    { coordinate: 'C.n' },
  ]);
});
