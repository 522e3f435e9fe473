import { createDocumentClient, createOutbox } from '@banyan/kit';
import { createCommentStore } from './store/comments.ts';
import { createLikeStore } from './store/likes.ts';
import { createPostStore } from './store/posts.ts';
import { createRelationStore } from './store/relations.ts';
import { createTimelineStore } from './store/timelines.ts';

/**
 * The table of feed, and every access to it.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `POST#id` | `POST` | the post, with the ids of its first three comments |
 * | `POST#id` | `COUNT#0` to `COUNT#3` | a share of its like and comment counts |
 * | `POST#id` | `COMMENT#comment` | the list of its comments |
 * | `POST#id` | `LIKE#user` | whether this person likes it |
 * | `COMMENT#id` | `COMMENT` | the comment |
 * | `USER#id` | `POST#post` | the list of a person's posts |
 * | `TAG#hashtag` | `POST#post` | the list of posts with a hashtag |
 * | `USER#id` | `FOLLOW#user` | whom somebody follows: our copy of user's follows |
 * | `USER#id` | `BLOCK#user` | our copy of user's blocks |
 * | `USER#id` | `FOLLOWER#user` | who follows, for the fan-out |
 * | `USER#id` | `REACH` | how many follow, and whether they are too many for a fan-out |
 * | `USER#id` | `STAR#user` | whom of the followed the home feed merges at read |
 * | `TIMELINE#id` | `POST#post` | the home feed: posts of the followed |
 * | `PAIR#a:b` | `PAIR` | up to which of their events our copy of two people is |
 * | `OUTBOX#shard` | `key#sequence` | events on their way to the stream |
 * | `CONSUMER` | shard | up to where the stream is handled |
 */
export function createStore(table: string) {
  const client = createDocumentClient();
  const outbox = createOutbox(client, table, 'feed');
  return {
    client,
    table,
    outbox,
    posts: createPostStore(client, table, outbox),
    comments: createCommentStore(client, table, outbox),
    likes: createLikeStore(client, table, outbox),
    relations: createRelationStore(client, table),
    timelines: createTimelineStore(client, table),
  };
}

export type Store = ReturnType<typeof createStore>;
