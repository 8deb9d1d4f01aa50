/** Two tabs of one person must not number or send the same outbox at once. */
export const oneTabAtATime = <Value>(name: string, work: () => Promise<Value>): Promise<Value> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work()
