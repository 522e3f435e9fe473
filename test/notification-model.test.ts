import { type CloudEvent, newId } from '@banyan/kit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NotificationKind } from '../subgraphs/notification/__generated__/resolvers.ts';
import { createHandlers } from '../subgraphs/notification/events.ts';
import { actorCountOf, actorIdsOf } from '../subgraphs/notification/notification.ts';
import { type Message, messageOf } from '../subgraphs/notification/telling.ts';
import { lookAt, mark, type NotificationWorld, startNotificationWorld } from './notificationWorld.ts';

let world: NotificationWorld;

beforeAll(async () => {
  world = await startNotificationWorld();
});

afterAll(() => world?.stop());

interface Entry {
  kind: NotificationKind;
  postId?: string;
  actors: string[];
  count: number;
  unread: boolean;
  occasion: string;
}

/** The rules, in memory: what each person has been told, in order. */
function createModel() {
  const entries = new Map<string, Entry[]>();
  const told = new Map<string, number>();
  const blocks = new Set<string>();
  const pairs = new Map<string, number>();
  const handles = new Map<string, { userId: string; since: string }>();
  const waiting: { handle: string; postId: string; actorId: string; time: string }[] = [];
  const off = new Set<string>();
  const of = (userId: string) => entries.get(userId) ?? entries.set(userId, []).get(userId) ?? [];

  function tell({ userId, kind, actorId, postId, occasion, turn = 1 }: Message) {
    if (actorId === userId || blocks.has(`${userId}>${actorId}`) || blocks.has(`${actorId}>${userId}`)) return;
    if (off.has(`${userId} ${kind}`) || (told.get(`${userId} ${occasion}`) ?? 0) >= turn) return;
    told.set(`${userId} ${occasion}`, turn);
    if (turn > 1 && of(userId).some((entry) => entry.occasion === occasion)) return;
    const same = (entry: Entry) => actorId && entry.unread && entry.kind === kind && entry.postId === postId;
    const open = of(userId).find(same);
    if (!open) {
      const actors = actorId ? [actorId] : [];
      of(userId).push({ kind, postId, actors, count: actors.length, unread: true, occasion });
    } else if (actorId) {
      if (!open.actors.includes(actorId)) open.count += 1;
      open.actors = [actorId, ...open.actors.filter((id) => id !== actorId)];
    }
  }
  const mention = (userId: string, { postId, actorId, time }: { postId: string; actorId: string; time: string }) =>
    tell({ userId, kind: 'MENTIONED', postId, actorId, createdAt: time, occasion: `MENTIONED#${postId}` });

  return {
    of,
    off,
    handle(event: CloudEvent) {
      const data = event.data as Record<string, string> & { mentions: string[] };
      const { subject, sequence, time, type } = event;
      const { userId = '', otherId = '', handle = '', postId = '', authorId: actorId = '' } = data;
      if (type === 'user.blocked' || type === 'user.unblocked') {
        if ((pairs.get(subject) ?? 0) >= sequence) return;
        pairs.set(subject, sequence);
        blocks[type === 'user.blocked' ? 'add' : 'delete'](`${userId}>${otherId}`);
      } else if (type === 'user.registered') {
        handles.set(handle, { userId, since: time });
        const late = waiting.filter((by) => by.handle === handle && by.time >= time);
        for (const by of late.sort((a, b) => (a.time < b.time ? -1 : 1))) mention(userId, by);
      } else if (type === 'post.published') {
        for (const name of data.mentions) {
          const owner = handles.get(name);
          if (!owner) waiting.push({ handle: name, postId, actorId, time });
          else if (owner.since <= time) mention(owner.userId, { postId, actorId, time });
        }
      } else if (type === 'spam.cleared') {
        const occasion = `SPAM_HIDDEN#${subject}`;
        if ((told.get(`${actorId} ${occasion}`) ?? 0) >= sequence) return;
        told.set(`${actorId} ${occasion}`, sequence);
        entries.set(
          actorId,
          of(actorId).filter((entry) => entry.occasion !== occasion),
        );
      } else {
        const message = messageOf[type]?.(event);
        if (message) tell(message);
      }
    },
  };
}

const person = fc.nat({ max: 3 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constantFrom('like', 'comment', 'follow'), by: person, to: person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('block', 'unblock', 'photo', 'reject'),
      by: person,
      to: person,
    }),
  },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('register', 'publish'), by: person, to: person }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('detect', 'clear'), by: person, to: person }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('read', 'read all', 'switch'), by: person, to: person }),
  },
);
const kinds: NotificationKind[] = ['NEW_FOLLOWER', 'POST_LIKED', 'COMMENT_ADDED', 'MENTIONED'];

/** The event of a step. Everybody has one post, one handle and one photo. */
function eventOf({ what, by, to }: { what: string; by: number; to: number }, people: string[], sequences: string[]) {
  const [userId = '', otherId = ''] = [people[by], people[to]];
  const [postId, photoId] = [`post-${to}`, `photo-${by}`];
  const pair = [userId, otherId].sort().join(':');
  const about = { targetType: 'post', targetId: postId, postId, authorId: otherId, reason: 'BLOCKED_URL' };
  const told: Record<string, [type: string, subject: string, data: object]> = {
    like: ['post.liked', `${postId}:${userId}`, { postId, authorId: otherId, userId }],
    follow: ['user.followed', pair, { userId, otherId }],
    block: ['user.blocked', pair, { userId, otherId }],
    unblock: ['user.unblocked', pair, { userId, otherId }],
    detect: ['spam.detected', `post:${postId}`, about],
    clear: ['spam.cleared', `post:${postId}`, about],
    register: ['user.registered', userId, { userId, handle: `h-${userId}` }],
    photo: ['photo.processed', photoId, { photoId, ownerId: userId }],
    reject: ['photo.rejected', photoId, { photoId, ownerId: userId, reason: 'Too large.' }],
  };
  const id = newId();
  told.comment = ['comment.added', id, { commentId: id, postId, postAuthorId: otherId, authorId: userId, text: 'Hm.' }];
  const mentions = people.map((name) => `h-${name}`);
  told.publish = [
    'post.published',
    id,
    { postId: id, authorId: userId, text: '', photoIds: [], hashtags: [], mentions },
  ];
  const [type, subject, data] = told[what] ?? ['', '', {}];
  const sequence = sequences.push(subject) && sequences.filter((other) => other === subject).length;
  const envelope = { specversion: '1.0', id, source: '/test', datacontenttype: 'application/json', traceparent: '' };
  return { ...envelope, type, subject, sequence, data } as Omit<CloudEvent, 'time'>;
}

test('people are told what the rules in memory tell them, whatever is repeated and comes late', async () => {
  const handlers = createHandlers(world.store, () => {});
  const deliver = async (event: CloudEvent) => handlers[event.type]?.(event);
  const steps = fc.array(
    fc.record({ step, delay: fc.nat({ max: 6 }), repeats: fc.array(fc.nat(), { maxLength: 1 }) }),
    {
      minLength: 5,
      maxLength: 40,
    },
  );

  const run = fc.asyncProperty(steps, async (script) => {
    const people = Array.from({ length: 4 }, () => newId());
    const subjects: string[] = [];
    const startedAt = Date.now();
    const model = createModel();
    const scheduled = script.map(({ step: action, delay, repeats }, at) => {
      const isOfPerson = ['read', 'read all', 'switch'].includes(action.what);
      const time = new Date(startedAt + at).toISOString();
      const event = isOfPerson ? undefined : { ...eventOf(action, people, subjects), time };
      return { action, event, repeats, when: at + delay };
    });
    // Keys overtake each other; the events of one key keep their order.
    const byKey = Map.groupBy(scheduled, ({ event }) => event?.subject ?? newId());
    const order = scheduled.toSorted((a, b) => a.when - b.when);
    const delivered: CloudEvent[] = [];

    for (const place of order) {
      const { action } = place;
      const userId = people[action.by] ?? '';
      const next = byKey.get(place.event?.subject ?? '')?.shift();
      if (next?.event) {
        const again = place.repeats.flatMap((at) => delivered[at % delivered.length] ?? []);
        delivered.push(next.event);
        for (const event of [next.event, ...again]) {
          await deliver(event);
          model.handle(event);
        }
      } else if (action.what === 'read') {
        const { listed } = await lookAt(world.store, userId);
        const which = listed.length && (action.to * 7) % listed.length;
        await mark(
          world.store,
          userId,
          listed.slice(which, which + 1).map(({ id }) => id),
        );
        const entry = model.of(userId).at(-1 - which);
        if (entry) entry.unread = false;
      } else if (action.what === 'read all') {
        await world.store.inboxes.beginEpoch(userId);
        for (const entry of model.of(userId)) entry.unread = false;
      } else {
        const kind = kinds[action.to] ?? 'POST_LIKED';
        const enabled = model.off.delete(`${userId} ${kind}`);
        if (!enabled) model.off.add(`${userId} ${kind}`);
        await world.store.inboxes.setPreferences(userId, [{ kind, enabled }]);
      }
    }

    for (const userId of people) {
      const { listed, unread } = await lookAt(world.store, userId);
      const stored = listed.toReversed().map((notification) => ({
        kind: notification.kind,
        postId: notification.postId,
        actors: actorIdsOf(notification),
        count: actorCountOf(notification),
        unread: unread.includes(notification.id),
      }));
      expect(stored).toEqual(model.of(userId).map(({ occasion: _, ...entry }) => entry));
    }
  });
  await fc.assert(run, { numRuns: Number(process.env.PROPERTY_RUNS ?? 40) });
});
