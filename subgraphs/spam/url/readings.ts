/** Ends a sentence rather than a URL. */
const punctuation = new Set('.,;:!?\'"*_~|。，、！？·');
const openerOf: Partial<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（' };

/** What Korean attaches to a noun without a space, up to three syllables. */
const particles = new Set(
  [
    '은 는 이 가 을 를 에 의 로 도 만 와 과 랑 나 며 고 요 야 께 서 인 임',
    '에서 에게 한테 으로 부터 까지 처럼 보다 라고 이라 이고 이랑 이나 에는 에도 로도 로는 로서 하고 마다 조차 밖에 입니 이며 에만 로만',
    '에서는 에서도 에서만 에서의 으로는 으로도 이라고 이라는 입니다 까지는 부터는 한테서 에게서 라는데',
  ]
    .join(' ')
    .split(' '),
);
const longestParticle = 3;

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Without the punctuation that follows a URL in prose; a bracket stays when it was opened within the URL. */
function withoutPunctuation(url: string): string {
  const unopened: Record<string, number> = {};
  for (const [closer, opener] of Object.entries(openerOf)) {
    unopened[closer] = count(url, closer) - count(url, opener ?? '');
  }
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    const surplus = unopened[last] ?? 0;
    if (surplus > 0) unopened[last] = surplus - 1;
    else if (!punctuation.has(last)) break;
  }
  return url.slice(0, end);
}

/** Up to its last ASCII character: `example.com/sale에서` without 에서. */
function withoutForeignEnd(url: string): string {
  let end = url.length;
  while (end > 0 && url.charCodeAt(end - 1) > 0x7f) end--;
  return withoutPunctuation(url.slice(0, end));
}

/** Without each particle that it can be said to end in: `예시.한국/무료를` without 를. */
function withoutParticle(url: string): string[] {
  const lengths = Array.from({ length: longestParticle }, (_, index) => index + 1);
  return lengths.filter((length) => particles.has(url.slice(-length))).map((length) => url.slice(0, -length));
}

/**
 * The ways to read where a URL ends that stands in prose, as nothing says where: without the punctuation after it, as it stands,
 * without what is attached in another script, and without a Korean particle. A block of any of them holds.
 */
export function readingsOf(url: string): string[] {
  const trimmed = withoutPunctuation(url);
  return [...new Set([trimmed, url, withoutForeignEnd(trimmed), ...withoutParticle(trimmed)])].filter(Boolean);
}
