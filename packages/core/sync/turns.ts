/** Work done one piece after the other, in the order it was asked for; a piece that fails holds none up behind it. */
export const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
