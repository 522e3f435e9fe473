/** The first page of an app: posts with author, photos, counts, verdict and first comments, from four domains. */
export const homeFeedQuery = `query HomeFeed($first: Int) {
  homeFeed(first: $first) {
    edges {
      cursor
      node {
        id
        text
        createdAt
        likeCount
        commentCount
        viewerHasLiked
        author { id handle displayName followerCount viewerFollows }
        photos { id url contentType }
        spamVerdict { isSpam }
        firstComments { id text author { handle } spamVerdict { isSpam } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
  viewer { handle }
  notifications(first: 5) { edges { node { id } } }
  unreadNotificationCount
}`;

export interface HomeFeed {
  homeFeed: null | {
    edges: {
      cursor: string;
      node: {
        id: string;
        text: string;
        likeCount: number;
        commentCount: number;
        viewerHasLiked: boolean;
        author: { id: string; handle: string } | null;
        photos: ({ id: string; url: string | null } | null)[] | null;
        spamVerdict: { isSpam: boolean } | null;
        firstComments: { text: string; author: { handle: string } | null; spamVerdict: object | null }[];
      };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  viewer: { handle: string } | null;
  notifications: { edges: object[] } | null;
  unreadNotificationCount: number | null;
}
