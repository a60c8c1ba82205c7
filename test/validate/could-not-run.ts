/** A judge that could not be asked has found nothing: this is no verdict. Said in words, exit code 2. */
export class CouldNotRun extends Error {}
