import type { Question } from './question.ts';
import { answerOf, distinct, field, standard, typename } from './questions.ts';

/** What is asked of every contestant in its slices. */
export interface Workload {
  name: string;
  title: string;
  connections: number;
  /** Whether every request has an `authorization` of its own. */
  isUnique: boolean;
  /** Whether contestants that share equal requests in flight take part. */
  isForSharing?: boolean;
  /** Whether subgraphs never send the same bytes twice: who remembers what was made from them gains nothing. */
  isChanging?: boolean;
  /** How many questions come again and again, if not one. */
  recurring?: number;
  /** A new source of questions, for a warm-up or a slice. It can run dry. */
  questions(): () => Question | undefined;
}

const usual = { connections: 50, isUnique: true };

const always = (make: () => Question) => {
  let question: Question | undefined;
  return () => () => {
    question ??= make();
    return question;
  };
};

const inTurn = (count: number) => {
  let all: Question[] | undefined;
  let turn = 0;
  return () => () => {
    all ??= Array.from({ length: count }, (_, number) => distinct(number));
    return all[turn++ % count];
  };
};

/** Each slice asks so many operations that nobody has ever asked, made before it begins. */
const newOnes = (count: number) => {
  let number = 1_000_000;
  return () => {
    const left = Array.from({ length: count }, () => distinct(number++));
    return () => left.pop();
  };
};

/** An answer of 1 MB takes the slowest contestant so long that fewer connections keep it busy. */
const sized = (name: string, bytes: number): Workload => ({
  name: `answer-${name}`,
  title: `An answer of about ${name.toUpperCase()}B`,
  connections: 8,
  isUnique: true,
  questions: always(() => answerOf(bytes)),
});

/** @param count of distinct operations. */
export function workloads(count: number): Workload[] {
  const title = 'The standard query, 88 KB';
  const questions = always(standard);
  return [
    { ...usual, name: 'standard-unique', title: `${title}, every request its own Authorization`, questions },
    {
      ...usual,
      name: 'standard-changing',
      title: `${title}, the same, subgraphs never send the same bytes twice`,
      isChanging: true,
      questions,
    },
    {
      ...usual,
      name: 'standard-same',
      title: `${title}, equal requests`,
      isUnique: false,
      isForSharing: true,
      questions,
    },
    { ...usual, name: 'typename', title: '{ __typename }', questions: always(typename) },
    { ...usual, name: 'field', title: 'One field of one subgraph', questions: always(field) },
    {
      ...usual,
      name: 'distinct',
      title: `${count} distinct operations in turn`,
      recurring: count,
      questions: inTurn(count),
    },
    { ...usual, name: 'misses', title: `${count} operations, each for the first time`, questions: newOnes(count) },
    sized('1k', 2 ** 10),
    sized('10k', 10 * 2 ** 10),
    sized('100k', 100 * 2 ** 10),
    sized('1m', 2 ** 20),
  ];
}
