/** A person of the user domain, by key. */
export interface UserReference {
  id: string;
}

/** A photo of the photo domain: it answers only where the owner is right, so that nobody posts another's photo. */
export interface PhotoReference {
  id: string;
  ownerId: string;
}
