import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { createLocalRecognition } from './local.ts';
import { boundedLabels, normalised } from './recognition.ts';
import { unsafeReason } from './safety.ts';

const recognition = createLocalRecognition();
afterAll(() => recognition.stop());

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}.jpg`, import.meta.url));

/** A photo of the contact sheet that `@vladmandic/human` ships (MIT): `assets/samples.jpg`. */
const ofSheet = (left: number, width: number) =>
  sharp(join(dirname(createRequire(import.meta.url).resolve('@vladmandic/human')), '../assets/samples.jpg'))
    .extract({ left, top: 3, width, height: 150 })
    .jpeg()
    .toBuffer();

describe('the models of the installed packages', () => {
  test.each([
    ['an astronaut', () => fixture('astronaut'), ['person']],
    ['a photographer', () => fixture('camera'), ['person']],
    ['a cup of coffee', () => fixture('coffee'), ['cup']],
    ['a woman in a street', () => ofSheet(168, 147), ['person']],
    ['a man at a table', () => ofSheet(328, 207), ['person']],
    ['a woman on a stool', () => ofSheet(799, 101), ['person']],
  ])('see %s, and nothing unsafe', async (_, photo, labels) => {
    const sight = await recognition.recognise(await photo());
    expect(sight.labels).toEqual(expect.arrayContaining(labels));
    expect(sight.unsafe).toBeUndefined();
  });

  test('leave time to others while they look', async () => {
    const photo = await fixture('coffee');
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const startedAt = performance.now();
    await Promise.all([recognition.recognise(photo), recognition.recognise(photo)]);
    const elapsed = performance.now() - startedAt;
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(elapsed / 5 / 4);
  });

  test('are there again after they were stopped', async () => {
    const photo = await fixture('astronaut');
    await recognition.stop();
    expect((await recognition.recognise(photo)).labels).toContain('person');
  });
});

test.each([
  [0.3, 0.29, false],
  [0.3, 0.31, true],
  [0.9, 0, true],
  [0, 0.9, true],
])('porn %d and hentai %d are held: %s', (porn, hentai, held) => {
  const classes = [
    { className: 'Porn', probability: porn },
    { className: 'Hentai', probability: hentai },
    { className: 'Sexy', probability: 1 },
  ];
  expect(unsafeReason(classes) !== undefined).toBe(held);
});

test('the labels of a photo are few, each once, the surest first, in small letters', () => {
  const found = Array.from({ length: 30 }, (_, index) => ({ name: `Thing ${index}`, confidence: index }));
  expect(
    boundedLabels([...found, { name: ' CUP', confidence: 99 }, { name: 'cup', confidence: 98 }]).slice(0, 2),
  ).toEqual(['cup', 'thing 29']);
  expect(boundedLabels(found)).toHaveLength(10);
  expect(boundedLabels([{ name: ' ', confidence: 1 }])).toEqual([]);
  expect(normalised('Ａpple'.repeat(20))).toHaveLength(50);
});
