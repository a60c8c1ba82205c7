/** Asks every half second until the answer is neither false, nor empty, nor missing. @throws when the time is over. */
export const until = async <T>(what: string, seconds: number, ask: () => T | undefined | false | ''): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = ask();
    if (answer !== undefined && answer !== false && answer !== '') return answer as T;
    if (Date.now() > end) throw new Error(`after ${seconds} s still not so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};
