/** A command that makes credentials, or a server that never closes, must not hold the process once the answer has left. */
export const endSoon = (): void => {
  process.stdout.write('', () => setTimeout(() => process.exit(), 500).unref());
};
