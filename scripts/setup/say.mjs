/** One step of work, said while it is done. On the error stream, so that a command's own output stays clean. */
export const say = (th, en) => process.stderr.write(`ThaiQM: ${th} / ${en}\n`)

/** Something a person must do something about: one sentence in each language, and the command ends. */
export class Stop extends Error {
  constructor(th, en) {
    super(`${th}\n${en}`)
    this.name = 'Stop'
  }
}

/** Runs a command's work; a `Stop` becomes its sentences and exit code 1, any other error stays loud. */
export const orStop = async work => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exit(1)
  }
}
