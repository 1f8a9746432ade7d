/** Values of one person, readable while that person's key exists. */
export interface SealedValues {
  personId: string;
  box: string;
}

/** Part of an event: who acted, or the values that the event is about. */
export interface SealedPart extends SealedValues {
  part: 'actor' | 'values';
}
