export interface Where {
  readonly system: string;
  readonly target: string;
}
