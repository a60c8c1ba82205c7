/** How many copies there are at least and at most, and the use at which there are enough. */
export interface Autoscaling {
  readonly min: number;
  readonly max: number;
  /** Average use, in per cent of what the container requests; one of the two at least, and where both stand, the one that wants more copies counts. */
  readonly cpu?: number;
  readonly memory?: number;
}
